import type { Account } from '../tenant/account';
import type { Method, MethodKind } from '../tenant/method';
import type { RemovalRefusal } from '../tenant/removeMethod';
import { graphError, many, noContent, one } from './graphAnswer';
import type { RouteAnswer } from './graphAnswer';
import type { GraphCall, PersonRoute, PersonRoutes } from './graphCall';
import { maskedFor } from './maskedFor';
import { methodResource } from './methodResource';

const root = '/users/{user-id}/authentication';

/** The collection of each kind, and how the contract names one of it. A password cannot be deleted: there is no such call. */
const collections: readonly { kind: MethodKind; name: string; id: string }[] = [
  { kind: 'phone', name: 'phoneMethods', id: 'phoneAuthenticationMethod-id' },
  {
    kind: 'microsoft-authenticator',
    name: 'microsoftAuthenticatorMethods',
    id: 'microsoftAuthenticatorAuthenticationMethod-id',
  },
  { kind: 'software-oath', name: 'softwareOathMethods', id: 'softwareOathAuthenticationMethod-id' },
  { kind: 'fido2', name: 'fido2Methods', id: 'fido2AuthenticationMethod-id' },
  {
    kind: 'windows-hello',
    name: 'windowsHelloForBusinessMethods',
    id: 'windowsHelloForBusinessAuthenticationMethod-id',
  },
  {
    kind: 'platform-credential',
    name: 'platformCredentialMethods',
    id: 'platformCredentialAuthenticationMethod-id',
  },
  { kind: 'email', name: 'emailMethods', id: 'emailAuthenticationMethod-id' },
  { kind: 'external', name: 'externalAuthenticationMethods', id: 'externalAuthenticationMethod-id' },
  {
    kind: 'temporary-access-pass',
    name: 'temporaryAccessPassMethods',
    id: 'temporaryAccessPassAuthenticationMethod-id',
  },
];

/** Reading and deleting methods, of all kinds and of each. */
export const methodRoutes: PersonRoutes = {
  [`GET ${root}/methods`]: (account, call) => many(resources(account, call)),
  [`GET ${root}/methods/{authenticationMethod-id}`]: (account, call) => {
    const wanted = call.params['authenticationMethod-id'] ?? '';
    const found = account.methods.find((method) => method.id === wanted);
    return found === undefined ? methodNotFound(wanted) : one(resourceFor(found, account, call));
  },
  [`GET ${root}/passwordMethods`]: (account, call) => many(resources(account, call, 'password')),
  ...Object.fromEntries(collections.flatMap((collection) => Object.entries(collectionRoutes(collection)))),
};

function collectionRoutes({ kind, name, id }: { kind: MethodKind; name: string; id: string }): PersonRoutes {
  const readOne: PersonRoute = (account, call) => {
    const wanted = call.params[id] ?? '';
    const found = account.methods.find((method) => method.kind === kind && method.id === wanted);
    return found === undefined ? methodNotFound(wanted) : one(resourceFor(found, account, call));
  };
  const remove: PersonRoute = (account, call) => {
    const wanted = call.params[id] ?? '';
    const outcome = call.tenant.removeMethod(account, kind, wanted);
    return outcome === 'removed' ? noContent : removalRefused(outcome, kind, wanted);
  };
  return {
    [`GET ${root}/${name}`]: (account, call) => many(resources(account, call, kind)),
    [`GET ${root}/${name}/{${id}}`]: readOne,
    [`DELETE ${root}/${name}/{${id}}`]: remove,
  };
}

function resources(account: Account, call: GraphCall, kind?: MethodKind) {
  return account.methods
    .filter((method) => kind === undefined || method.kind === kind)
    .map((method) => resourceFor(method, account, call));
}

function resourceFor(method: Method, account: Account, { caller, tenant }: GraphCall) {
  return maskedFor(caller, tenant, methodResource(method, account, tenant));
}

/** Both texts that Graph is known to refuse with: the one of phones names the method. */
function removalRefused(refusal: RemovalRefusal, kind: MethodKind, id: string): RouteAnswer {
  if (refusal === 'notFound') return methodNotFound(id);
  if (refusal === 'alternateFirst') {
    return graphError(
      400,
      'badRequest',
      'The mobile phone cannot be deleted while an alternate mobile phone is registered.',
    );
  }
  return graphError(
    400,
    'badRequest',
    kind === 'phone'
      ? `The requested authentication method id of [${id}] matches the user's current default authentication method, and cannot be deleted until the default authentication method is changed`
      : 'Cannot delete default method with other methods configured. Please change default method before deletion.',
  );
}

export function methodNotFound(id: string): RouteAnswer {
  return graphError(404, 'resourceNotFound', `The authentication method '${id}' was not found.`);
}
