import type { Account, SignIn } from '../tenant/account';
import { many, one } from './graphAnswer';
import type { Resource } from './graphAnswer';
import type { PersonRoutes, TenantRoutes } from './graphCall';
import { signInLines } from './logRoutes';
import { signInResource } from './signInResource';

/** What only beta tells of a person. */
export const betaPersonRoutes: PersonRoutes = {
  'GET /beta/users/{user-id}/authentication/requirements': ({ perUserMfa }) =>
    one({ perUserMfaState: perUserMfa }),
  'GET /beta/users/{user-id}/authentication/signInPreferences': ({ defaultWay }) =>
    one({
      isSystemPreferredAuthenticationMethodEnabled: true,
      userPreferredMethodForSecondaryAuthentication: defaultWay ?? null,
    }),
};

/** The sign-in log with the steps of each. */
export const betaTenantRoutes: TenantRoutes = {
  'GET /beta/auditLogs/signIns': ({ tenant, caller }) =>
    many(
      signInLines(tenant).map(({ account, line }) => ({
        ...signInResource(tenant, { account, line, caller }),
        ...steps(account, line),
      })),
    ),
};

function steps(account: Account, line: SignIn): Resource {
  const known = account.methods.some(({ kind }) => kind !== 'password');
  return {
    authenticationRequirement: known ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    authenticationDetails: line.steps.map((step) => ({
      authenticationMethod: step.method,
      authenticationMethodDetail: null,
      authenticationStepDateTime: null,
      authenticationStepRequirement: null,
      authenticationStepResultDetail: step.detail,
      succeeded: step.succeeded,
    })),
  };
}
