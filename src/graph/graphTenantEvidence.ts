import type { Client } from '@microsoft/microsoft-graph-client';
import { Fault } from '../faults';
import type { TenantEvidence } from '../ports/tenantEvidence';
import type { BetaRead } from './betaReads';
import { getMethodPolicies } from './getMethodPolicies';
import { getPerUserMfa } from './getPerUserMfa';
import { getSecurityDefaults } from './getSecurityDefaults';
import { getSignInPreferences } from './getSignInPreferences';
import { listAccessPolicies } from './listAccessPolicies';
import { listAuthenticationSteps } from './listAuthenticationSteps';
import { listDomains } from './listDomains';
import { listFailingSignIns } from './listFailingSignIns';
import { listPremiumPlans } from './listPremiumPlans';
import { listRegistrationDetails } from './listRegistrationDetails';
import { listRiskDetections } from './listRiskDetections';
import { listRiskyUsers } from './listRiskyUsers';
import { listServiceHealth } from './listServiceHealth';
import { listServiceIssues } from './listServiceIssues';
import { needing, pagesNeeding } from './needs';
import type { Needs } from './needs';
import type { Pacer } from './pacer';
import { readPerson } from './readPerson';

interface TenantEvidenceDeps {
  /** For somebody who waits. */
  readonly client: Client;
  /** For the schedule: it waits for its turn and obeys longer pauses. */
  readonly patientClient: Client;
  readonly pacer: Pacer;
  readonly betaReads: readonly BetaRead[];
}

/** What each group of reads needs. Microsoft does not say which plan the registration report asks for: the first is taken. */
const needs = {
  logs: { permission: 'AuditLog.Read.All', plan: 'Microsoft Entra ID P1' },
  riskyUsers: { permission: 'IdentityRiskyUser.Read.All', plan: 'Microsoft Entra ID P2' },
  riskDetections: { permission: 'IdentityRiskEvent.Read.All', plan: 'Microsoft Entra ID P2' },
  methodPolicies: { permission: 'Policy.Read.AuthenticationMethod' },
  policies: { permission: 'Policy.Read.All', plan: 'Microsoft Entra ID P1' },
  health: { permission: 'ServiceHealth.Read.All' },
  plans: { permission: 'LicenseAssignment.Read.All' },
  domains: { permission: 'Domain.Read.All' },
  methods: { permission: 'UserAuthenticationMethod.Read.All' },
} satisfies Readonly<Record<string, Needs>>;

/** The tenant's evidence as Microsoft Graph shows it. */
export function graphTenantEvidence(deps: TenantEvidenceDeps): TenantEvidence {
  const { client, pacer, patientClient } = deps;
  const beta = <T>(name: BetaRead, what: Needs, read: () => Promise<T>): Promise<T> =>
    deps.betaReads.includes(name) ? needing(what, read) : Promise.reject(switchedOff(name));
  return {
    failingSignIns: (since) => pagesNeeding(needs.logs, listFailingSignIns(patientClient, since)),
    registrationDetails: () => pagesNeeding(needs.logs, listRegistrationDetails(patientClient)),
    riskyUsers: () => pagesNeeding(needs.riskyUsers, listRiskyUsers(patientClient)),
    riskDetections: (since) => pagesNeeding(needs.riskDetections, listRiskDetections(patientClient, since)),
    methodPolicies: () => needing(needs.methodPolicies, () => getMethodPolicies(patientClient)),
    securityDefaultsOn: () => needing(needs.policies, () => getSecurityDefaults(patientClient)),
    conditionalAccessPolicies: () => needing(needs.policies, () => listAccessPolicies(patientClient)),
    serviceHealth: () =>
      needing(needs.health, async () => ({
        services: await listServiceHealth(patientClient),
        openIssues: await listServiceIssues(patientClient),
      })),
    premiumPlans: () => needing(needs.plans, () => listPremiumPlans(patientClient)),
    domains: () => needing(needs.domains, () => listDomains(patientClient)),
    person: (personId) => readPerson(client, pacer, personId),
    perUserMfa: (personId) => beta('per-user-mfa', needs.policies, () => getPerUserMfa(client, personId)),
    preferredMethod: (personId) =>
      beta('sign-in-preferences', needs.methods, () => getSignInPreferences(client, personId)),
    authenticationSteps: (personId, since) =>
      beta('authentication-steps', needs.logs, () => listAuthenticationSteps(client, personId, since)),
  };
}

function switchedOff(name: BetaRead): Fault {
  return new Fault('graph-off', `Not asked: ${name} is not among the beta reads that are switched on`, {
    needs: `MONBAN_BETA_READS: ${name}`,
  });
}
