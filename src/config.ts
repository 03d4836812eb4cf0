import { z } from 'zod/v4';
import { laterSteps } from './cases/laterSteps';
import { remedyKinds } from './cases/remedyPlan';
import { databaseUrl } from './databaseUrl';
import { betaReads } from './graph/betaReads';
import { onCall, timeZone } from './onCallSettings';
import { Secret } from './secret';
import { ticketProblems, ticketSettings } from './ticketSettings';

/** Object ids are compared in lower case; anything that is not one (a name, a mail address, `*`) is refused (SECURITY S5). */
const objectId = z
  .guid('must be an Entra object id such as 0f8fad5b-d9cd-469f-a165-70867728950e')
  .toLowerCase();
const text = z.string().trim().min(1, 'must not be empty');
const parts = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const objectIds = parts.pipe(z.array(objectId));
/** The words of a switch: the string `false` is false, and anything else but `true` is a mistake (SECURITY S30). */
const onOff = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(least, `must be at least ${String(least)}`)
    .max(most, `must be at most ${String(most)}`);
const httpsOrigin = z.url({ protocol: /^https$/u, error: 'must be an https address' });
const webAddress = z.url({ protocol: /^https?$/u, error: 'must be an http or https address' });
const languages = z.enum(['ja', 'en'], 'must be ja or en');

const settingsSchema = z.object({
  NODE_ENV: z.string().optional(),
  MONBAN_TENANT_ID: objectId,
  MONBAN_BOT_APP_ID: objectId,
  MONBAN_CLIENT_SECRET: text.transform((value) => new Secret(value)).optional(),
  MONBAN_CLIENT_CERTIFICATE_PATH: text.optional(),
  MONBAN_MANAGED_IDENTITY_CLIENT_ID: objectId.optional(),
  MONBAN_WORKLOAD_IDENTITY: onOff.default(false),
  MONBAN_HOST: text.default('127.0.0.1'),
  MONBAN_PORT: wholeNumber(0, 65535).default(3978),
  MONBAN_PROXIES: wholeNumber(0, 5).default(0),
  MONBAN_PUBLIC_URL: webAddress.optional(),
  MONBAN_AUTHORITY_HOST: httpsOrigin.default('https://login.microsoftonline.com'),
  MONBAN_GRAPH_URL: webAddress.default('https://graph.microsoft.com'),
  MONBAN_BOT_TOKEN_ISSUER: text.default('https://api.botframework.com'),
  MONBAN_BOT_OPENID_METADATA_URL: webAddress.default(
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ),
  MONBAN_SERVICE_URLS: parts.pipe(z.array(webAddress)).default(['https://smba.trafficmanager.net/']),
  MONBAN_STAFF_CHANNEL_ID: text.optional(),
  MONBAN_STAFF_SERVICE_URL: webAddress.optional(),
  MONBAN_STAFF_LANGUAGE: languages.default('en'),
  MONBAN_HELPDESK_CONTACT: text.optional(),
  MONBAN_ON_CALL: onCall.default([]),
  MONBAN_ON_CALL_TIME_ZONE: timeZone.default('Asia/Tokyo'),
  MONBAN_CLAIM_WITHIN_MINUTES: wholeNumber(5, 1440).default(30),
  MONBAN_CLAIM_WARN_MINUTES: wholeNumber(1, 720).default(10),
  MONBAN_APPROVER_IDS: objectIds.default([]),
  MONBAN_APPROVER_GROUP_IDS: objectIds.default([]),
  MONBAN_BREAK_GLASS_IDS: objectIds.default([]),
  MONBAN_POLICY_FILE: text.optional(),
  MONBAN_APPLICATION_REMEDIES: parts
    .pipe(z.array(z.enum(remedyKinds, `must be among ${remedyKinds.join(', ')}`)))
    .default([]),
  MONBAN_LATER_STEPS: parts
    .pipe(z.array(z.enum(laterSteps, `must be among ${laterSteps.join(', ')}`)))
    .default([]),
  MONBAN_DRY_RUN: onOff.default(false),
  MONBAN_EXCLUSION_GROUP_ID: objectId.optional(),
  MONBAN_NOTICE_MAILBOX: objectId.optional(),
  MONBAN_DELEGATED_REMEDIES: parts
    .pipe(z.array(z.enum(remedyKinds, `must be among ${remedyKinds.join(', ')}`)))
    .default([...remedyKinds]),
  MONBAN_CONFIRM_APP_ID: objectId.optional(),
  MONBAN_CONFIRM_CLIENT_SECRET: text.transform((value) => new Secret(value)).optional(),
  MONBAN_REQUEST_VALID_MINUTES: wholeNumber(5, 1440).default(60),
  MONBAN_PASS_LIFETIME_MINUTES: wholeNumber(10, 480).default(60),
  MONBAN_BETA_READS: parts
    .pipe(z.array(z.enum(betaReads, `must be among ${betaReads.join(', ')}`)))
    .default([]),
  MONBAN_EVIDENCE_KEPT_HOURS: wholeNumber(24, 168).default(48),
  MONBAN_INCIDENT_WINDOW_MINUTES: wholeNumber(5, 240).default(30),
  MONBAN_INCIDENT_PEOPLE: wholeNumber(2, 10_000).default(8),
  MONBAN_INCIDENT_CASES: wholeNumber(2, 1000).default(5),
  ...ticketSettings,
  MONBAN_TELECOM_PROVIDER: onOff.default(false),
  MONBAN_DATABASE_FILE: text.default('data/monban.sqlite'),
  MONBAN_DATABASE_URL: databaseUrl.transform((value) => new Secret(value)).optional(),
  MONBAN_DATABASE_IDENTITY_CLIENT_ID: objectId.optional(),
  MONBAN_MORE_HOSTS: parts.pipe(z.array(text.toLowerCase())).default([]),
  MONBAN_OTLP_URL: webAddress.optional(),
  MONBAN_KEEP_ACTIVITIES_DAYS: wholeNumber(1, 3650).default(7),
  MONBAN_KEEP_JOBS_DAYS: wholeNumber(1, 3650).default(30),
  MONBAN_KEEP_STATE_DAYS: wholeNumber(1, 3650).default(90),
  MONBAN_KEEP_CASES_DAYS: wholeNumber(0, 36_500).default(730),
  MONBAN_KEEP_AUDIT_DAYS: wholeNumber(0, 36_500).default(0),
  MONBAN_LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    )
    .default('info'),
  MONBAN_OPEN: onOff.default(false),
});

/** Every setting, checked; `.env.example` explains each. */
export type Config = z.infer<typeof settingsSchema>;

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the settings from an environment. All problems are named at once, each with the setting's name. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  // A setting that is there but empty, as in a copied .env.example, is a setting that is not there.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const read = settingsSchema.safeParse(given);
  const problems = [
    ...(read.success ? [] : read.error.issues.map((issue) => problemOf(issue, given))),
    ...unknownSettings(given),
    ...(read.success ? contradictions(read.data) : credentialProblems(given)),
  ];
  return read.success && problems.length === 0 ? { ok: true, config: read.data } : { ok: false, problems };
}

function problemOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  return given[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
}

/** A misspelt setting would otherwise silently leave its default in force. */
function unknownSettings(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(given)
    .filter((name) => name.startsWith('MONBAN_') && !(name in settingsSchema.shape))
    .map((name) => `${name} is not a setting of Monban; see .env.example`);
}

const credentials = [
  'MONBAN_CLIENT_SECRET',
  'MONBAN_CLIENT_CERTIFICATE_PATH',
  'MONBAN_MANAGED_IDENTITY_CLIENT_ID',
  'MONBAN_WORKLOAD_IDENTITY',
] as const;

function credentialProblems(given: Readonly<Record<string, unknown>>): readonly string[] {
  const count = credentials.filter(
    (name) => given[name] !== undefined && given[name] !== false && given[name] !== 'false',
  ).length;
  return count === 1
    ? []
    : [`exactly one of ${credentials.join(', ')} must be set, and ${String(count)} are`];
}

function contradictions(config: Config): readonly string[] {
  const problems = [...credentialProblems(config)];
  if (config.MONBAN_STAFF_CHANNEL_ID !== undefined && config.MONBAN_STAFF_SERVICE_URL === undefined) {
    problems.push('MONBAN_STAFF_SERVICE_URL is missing: it goes with MONBAN_STAFF_CHANNEL_ID');
  }
  if (config.MONBAN_CLAIM_WARN_MINUTES >= config.MONBAN_CLAIM_WITHIN_MINUTES) {
    problems.push('MONBAN_CLAIM_WARN_MINUTES must be less than MONBAN_CLAIM_WITHIN_MINUTES');
  }
  if (config.MONBAN_PUBLIC_URL === undefined && !isLoopback(config.MONBAN_AUTHORITY_HOST)) {
    problems.push(
      'MONBAN_PUBLIC_URL is missing: approvers confirm their decisions by signing in on a page under it',
    );
  }
  if (config.MONBAN_DATABASE_IDENTITY_CLIENT_ID !== undefined && !hasNoPassword(config.MONBAN_DATABASE_URL)) {
    problems.push(
      'MONBAN_DATABASE_IDENTITY_CLIENT_ID goes with a MONBAN_DATABASE_URL that has a name and no password',
    );
  }
  problems.push(...confirmProblems(config), ...ticketProblems(config));
  if (config.MONBAN_OPEN && !isLoopback(config.MONBAN_AUTHORITY_HOST)) {
    problems.push('MONBAN_OPEN is for the sandbox only: it is refused with a real tenant');
  }
  for (const [name, addresses] of webAddresses(config)) {
    if (addresses.some((address) => address.startsWith('http:') && !isLoopback(address)))
      problems.push(`${name} must be https unless it is on this machine`);
  }
  return problems;
}

function hasNoPassword(database: Secret | undefined): boolean {
  const url = database && new URL(database.reveal());
  return url !== undefined && url.username !== '' && url.password === '';
}

/** People sign in to an app registration; a managed identity is none, and has no address to be sent back to. */
function confirmProblems(config: Config): readonly string[] {
  const { MONBAN_CONFIRM_APP_ID: appId, MONBAN_CONFIRM_CLIENT_SECRET: secret } = config;
  if (appId === undefined && config.MONBAN_MANAGED_IDENTITY_CLIENT_ID === config.MONBAN_BOT_APP_ID) {
    return ['MONBAN_CONFIRM_APP_ID is missing: nobody can sign in to a managed identity'];
  }
  return appId === undefined && secret !== undefined
    ? ['MONBAN_CONFIRM_CLIENT_SECRET goes with MONBAN_CONFIRM_APP_ID']
    : [];
}

/** What travels there are tokens, the keys that tokens are checked by, cards and passes: never in the clear. */
function webAddresses(config: Config): readonly (readonly [string, readonly string[]])[] {
  const names = [
    'MONBAN_GRAPH_URL',
    'MONBAN_BOT_OPENID_METADATA_URL',
    'MONBAN_SERVICE_URLS',
    'MONBAN_STAFF_SERVICE_URL',
    'MONBAN_PUBLIC_URL',
    'MONBAN_OTLP_URL',
  ] as const;
  return names.map((name) => [name, [config[name] ?? []].flat()]);
}

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}
