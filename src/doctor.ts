import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from './config';
import { credentialOf, databaseOf, staffChannelOf } from './configParts';
import { createCredential } from './graph/credential';
import { createGraphClient } from './graph/graphClient';
import { createLog } from './log';
import { readPolicy } from './readPolicy';
import { checkPassPolicy } from './setup/checkPassPolicy';
import { checkPeople } from './setup/checkPeople';
import { checkClock, checkPublicUrl, checkStaffChannel } from './setup/checkPlaces';
import { checkPlans } from './setup/checkPlans';
import { checkToken } from './setup/checkToken';
import { note, wrong, type Finding } from './setup/finding';
import { noticeMail, readPermissionList } from './setup/permissionList';
import { StartProblem } from './startProblem';
import { tryDatabase } from './storage/tryDatabase';
import { publicCloud } from './teams/teamsSettings';

const projectRoot = path.resolve(__dirname, '..');

/** Everything that is wrong with a configuration, its tenant and its database; changes none of them. */
export async function findProblems(
  environment: Readonly<Record<string, string | undefined>>,
  now: () => number,
): Promise<readonly Finding[]> {
  const read = readConfig(environment);
  if (!read.ok) {
    return read.problems.map((what) => wrong(what, 'Mend the setting; .env.example explains each.'));
  }
  const { config } = read;
  const { MONBAN_AUTHORITY_HOST: authorityHost, MONBAN_TENANT_ID: tenantId } = config;
  const here = [...checkPolicyFile(config), ...(await checkDatabase(config))];
  const entra = await checkClock({ authorityHost, tenantId, now });
  return [
    ...here,
    ...entra,
    ...(await checkTenant(config)),
    ...(await checkPublicUrl(config.MONBAN_PUBLIC_URL)),
  ];
}

/** What is asked with Monban's own token; without one there is nothing more to ask. */
async function checkTenant(config: Config): Promise<readonly Finding[]> {
  const credential = createCredential(credentialOf(config));
  const applicationRemedies = config.MONBAN_APPLICATION_REMEDIES;
  const mail = config.MONBAN_NOTICE_MAILBOX === undefined ? [] : [noticeMail];
  const byItself = [...applicationRemedies, ...config.MONBAN_LATER_STEPS, ...mail];
  const token = await checkToken(credential, readPermissionList(projectRoot), byItself);
  if (token.some(({ what }) => what.startsWith('Entra gave no token'))) return token;
  const client = createGraphClient({
    baseUrl: config.MONBAN_GRAPH_URL,
    credential,
    log: createLog({ level: 'silent' }),
    timeoutMs: 10_000,
  });
  const remedies = [...applicationRemedies, ...config.MONBAN_DELEGATED_REMEDIES];
  const passes = remedies.includes('issue-temporary-access-pass')
    ? await checkPassPolicy(client, { lifetimeMinutes: config.MONBAN_PASS_LIFETIME_MINUTES })
    : [];
  const people = await checkPeople(client, {
    approverIds: config.MONBAN_APPROVER_IDS,
    approverGroupIds: config.MONBAN_APPROVER_GROUP_IDS,
    breakGlassIds: config.MONBAN_BREAK_GLASS_IDS,
  });
  const channel = await checkStaffChannel({
    credential,
    scope: publicCloud.botTokenScope,
    channel: staffChannelOf(config),
    allowedServiceUrls: config.MONBAN_SERVICE_URLS,
  });
  return [...token, ...people, ...passes, ...(await checkPlans(client)), ...channel, ...signInNotes(config)];
}

/** What only the administrator who set it up can see: Monban has no permission to read app registrations. */
function signInNotes({ MONBAN_PUBLIC_URL: url }: Config): readonly Finding[] {
  if (url === undefined) return [];
  return [
    note(
      'whether sign-ins say when they were made (the optional claims auth_time and acrs) cannot be seen from here',
      'npm run app:register looks at it. Where auth_time is missing, nobody can confirm, and the log says so.',
    ),
  ];
}

function checkPolicyFile({ MONBAN_POLICY_FILE: file }: Config): readonly Finding[] {
  try {
    if (file !== undefined) readPolicy(file);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return [wrong(thrown.message, 'Mend the file that MONBAN_POLICY_FILE names.')];
  }
}

async function checkDatabase(config: Config): Promise<readonly Finding[]> {
  try {
    await tryDatabase(databaseOf(config));
    return [];
  } catch (thrown) {
    if (!(thrown instanceof StartProblem)) throw thrown;
    return [
      wrong(thrown.message, 'Mend MONBAN_DATABASE_URL or MONBAN_DATABASE_FILE, or the database itself.'),
    ];
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { settings: { type: 'string' } } });
  if (values.settings !== undefined) process.loadEnvFile(values.settings);
  const findings = await findProblems(process.env, Date.now);
  for (const { level, what, todo } of findings)
    process.stdout.write(`${level === 'wrong' ? 'WRONG' : 'note '}  ${what}\n       ${todo}\n`);
  const wrongs = findings.filter(({ level }) => level === 'wrong').length;
  process.stdout.write(wrongs === 0 ? 'Nothing is wrong.\n' : `${String(wrongs)} to mend.\n`);
  if (wrongs > 0) process.exitCode = 1;
}

if (require.main === module) void run();
