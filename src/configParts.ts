import type { ApprovalPolicy } from './cases/policy/policyTable';
import { type RemedyKind, remedyKinds } from './cases/remedyPlan';
import type { IncidentLimits } from './cases/noticeIncidents';
import type { Config } from './config';
import { databaseToken, type CredentialSettings } from './graph/credential';
import type { ConversationAddress } from './ports/messenger';
import { Secret } from './secret';
import type { DatabaseAddress } from './storage/engine';
import { publicCloud, type TeamsSettings } from './teams/teamsSettings';
import { secureRandomness } from './usecases/randomness';
import type { ApprovalSettings, RequestDeps } from './usecases/requestDeps';
import type { ClaimSettings } from './worker/caseWorkerDeps';
import type { KeepDays } from './worker/keepHouse';

/** From when on several people's trouble is one incident. */
export function incidentLimitsOf(config: Config): IncidentLimits {
  return {
    windowMs: config.MONBAN_INCIDENT_WINDOW_MINUTES * 60_000,
    people: config.MONBAN_INCIDENT_PEOPLE,
    cases: config.MONBAN_INCIDENT_CASES,
  };
}

/** Who takes cases, and how long that may last. */
export function claimsOf(config: Config): ClaimSettings {
  return {
    limits: {
      withinMs: config.MONBAN_CLAIM_WITHIN_MINUTES * 60_000,
      warnBeforeMs: config.MONBAN_CLAIM_WARN_MINUTES * 60_000,
    },
    onCall: { timeZone: config.MONBAN_ON_CALL_TIME_ZONE, entries: config.MONBAN_ON_CALL },
  };
}

/** How Monban proves to Entra who it is. */
export function credentialOf(config: Config): CredentialSettings {
  const registration = {
    tenantId: config.MONBAN_TENANT_ID,
    clientId: config.MONBAN_BOT_APP_ID,
    authorityHost: config.MONBAN_AUTHORITY_HOST,
  };
  const { MONBAN_CLIENT_CERTIFICATE_PATH: certificatePath, MONBAN_CLIENT_SECRET: secret } = config;
  const managedIdentityClientId = config.MONBAN_MANAGED_IDENTITY_CLIENT_ID;
  if (secret !== undefined) return { ...registration, kind: 'secret', secret };
  if (certificatePath !== undefined) return { ...registration, kind: 'certificate', certificatePath };
  if (managedIdentityClientId !== undefined) {
    return { ...registration, kind: 'managed-identity', managedIdentityClientId };
  }
  return { ...registration, kind: 'workload-identity' };
}

/** How it proves that when people sign in to it: as itself, or as an app registration of its own for that. */
export function confirmCredentialOf(config: Config): CredentialSettings {
  const credential = credentialOf(config);
  const { MONBAN_CONFIRM_APP_ID: clientId, MONBAN_CONFIRM_CLIENT_SECRET: secret } = config;
  if (clientId === undefined) return credential;
  if (secret === undefined) return { ...credential, clientId };
  const { authorityHost, tenantId } = credential;
  return { kind: 'secret', authorityHost, tenantId, clientId, secret };
}

/** Who may talk to the bot, and where it may write. */
export function teamsSettingsOf(config: Config): TeamsSettings {
  return {
    appId: config.MONBAN_BOT_APP_ID,
    tenantId: config.MONBAN_TENANT_ID,
    botTokenIssuer: config.MONBAN_BOT_TOKEN_ISSUER,
    botOpenIdMetadataUrl: config.MONBAN_BOT_OPENID_METADATA_URL,
    botTokenScope: publicCloud.botTokenScope,
    serviceUrls: config.MONBAN_SERVICE_URLS,
    open: config.MONBAN_OPEN,
  };
}

/** Where the store is: a PostgreSQL server where one is named, a file otherwise. */
export function databaseOf(config: Config): DatabaseAddress {
  const { MONBAN_DATABASE_URL: url, MONBAN_DATABASE_FILE: file } = config;
  if (url === undefined) return { file };
  const identity = config.MONBAN_DATABASE_IDENTITY_CLIENT_ID;
  return { url: url.reveal(), password: identity === undefined ? undefined : databaseToken(identity) };
}

/** For how many days each kind of data is kept. */
export function keepDaysOf(config: Config): KeepDays {
  return {
    activities: config.MONBAN_KEEP_ACTIVITIES_DAYS,
    jobs: config.MONBAN_KEEP_JOBS_DAYS,
    state: config.MONBAN_KEEP_STATE_DAYS,
    cases: config.MONBAN_KEEP_CASES_DAYS,
    audit: config.MONBAN_KEEP_AUDIT_DAYS,
  };
}

/** Where staff reads, and in which language. */
export function staffOf(config: Config) {
  return { staffChannel: staffChannelOf(config), staffLanguage: config.MONBAN_STAFF_LANGUAGE };
}

/** Whom the settings name as staff: who is on call, and who approves. */
export function staffNamed(config: Config): readonly string[] {
  return [...config.MONBAN_ON_CALL.map(({ personId }) => personId), ...config.MONBAN_APPROVER_IDS];
}

/** What no log may show. The password of the database also by itself: a driver may name it without the rest. */
export function secretsOf(config: Config): readonly Secret[] {
  const { MONBAN_CLIENT_SECRET: client, MONBAN_DATABASE_URL: database } = config;
  const password = database && decodeURIComponent(new URL(database.reveal()).password);
  return [
    client,
    database,
    config.MONBAN_TICKETS_SECRET,
    config.MONBAN_TICKETS_HOOK_SECRET,
    password ? new Secret(password) : undefined,
  ].filter((one) => one !== undefined);
}

/** The policy of requests and approvals. */
function approvalsOf(config: Config, policy: ApprovalPolicy): ApprovalSettings {
  return {
    policy,
    approverIds: config.MONBAN_APPROVER_IDS,
    approverGroupIds: config.MONBAN_APPROVER_GROUP_IDS,
    breakGlassIds: config.MONBAN_BREAK_GLASS_IDS,
    botId: config.MONBAN_BOT_APP_ID,
    applicationRemedies: config.MONBAN_APPLICATION_REMEDIES,
    delegatedRemedies: config.MONBAN_DELEGATED_REMEDIES,
    requestValidMs: config.MONBAN_REQUEST_VALID_MINUTES * 60_000,
    dryRun: config.MONBAN_DRY_RUN,
    exclusionGroupId: config.MONBAN_EXCLUSION_GROUP_ID,
    laterSteps: config.MONBAN_LATER_STEPS,
    passLifetimeMinutes: config.MONBAN_PASS_LIFETIME_MINUTES,
  };
}

/** What everything that is done to a request needs. */
export function requestDepsOf(
  config: Config,
  policy: ApprovalPolicy,
  parts: Pick<RequestDeps, 'clock' | 'directory' | 'log' | 'store'>,
): RequestDeps {
  return {
    ...parts,
    random: secureRandomness,
    approvals: approvalsOf(config, policy),
    tenantId: config.MONBAN_TENANT_ID,
    staffLanguage: config.MONBAN_STAFF_LANGUAGE,
    helpdeskContact: config.MONBAN_HELPDESK_CONTACT,
  };
}

/** Where staff are told; undefined where no channel is set. */
export function staffChannelOf(config: Config): ConversationAddress | undefined {
  const { MONBAN_STAFF_CHANNEL_ID: conversationId, MONBAN_STAFF_SERVICE_URL: serviceUrl } = config;
  if (conversationId === undefined || serviceUrl === undefined) return undefined;
  return { tenantId: config.MONBAN_TENANT_ID, serviceUrl, conversationId, kind: 'channel' };
}

/** The remedies that the press of a card alone can approve (SECURITY S7). */
function byCardAlone({ remedies }: ApprovalPolicy): readonly RemedyKind[] {
  return remedyKinds.filter((remedy) =>
    Object.values(remedies[remedy]).some((row) => typeof row !== 'string' && row.confirm === 'card'),
  );
}

/** What is switched off by a setting that is not there, and what is weaker than it could be, said at every start (SECURITY S5, S24). */
export function startWarnings(config: Config, policy: ApprovalPolicy): readonly string[] {
  const nobody = config.MONBAN_APPROVER_IDS.length === 0 && config.MONBAN_APPROVER_GROUP_IDS.length === 0;
  return [
    ...(nobody ? ['no approver is set: nothing can be requested or approved'] : []),
    ...(config.MONBAN_APPLICATION_REMEDIES.length + config.MONBAN_DELEGATED_REMEDIES.length === 0
      ? ['no remedy is switched on']
      : []),
    ...(config.MONBAN_STAFF_CHANNEL_ID === undefined
      ? ['no staff channel is set: cases cannot be handed over']
      : []),
    ...(config.MONBAN_NOTICE_MAILBOX === undefined
      ? ['no mailbox for notices is set: beside Teams, people are told through their manager alone']
      : []),
    ...(policy.confirmation.authContexts.length === 0
      ? ['the policy names no authentication context: nobody can prove who they are by a remaining method']
      : []),
    ...byCardAlone(policy).map((remedy) =>
      config.MONBAN_APPLICATION_REMEDIES.includes(remedy)
        ? `${remedy}: the policy lets a card alone approve, without a fresh sign-in`
        : `${remedy}: the policy says confirm: card, but the bot has no application permission for it`,
    ),
    ...(config.MONBAN_DRY_RUN ? ['DRY RUN: nothing is changed in the tenant'] : []),
    ...(config.MONBAN_OPEN ? ['OPEN: unauthenticated activities from this machine are taken'] : []),
  ];
}
