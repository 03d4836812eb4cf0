import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { findProblems } from '../src/doctor';
import { grantedPermissions } from '../src/sandbox/entra/grantedPermissions';
import { startEntraStandIn, type EntraStandIn } from '../src/sandbox/entra/startEntraStandIn';
import { startStandIns, type StandIns } from '../src/sandbox/standIns';
import { personId } from '../src/sandbox/tenant/tenantIds';

const trustedBefore = getCACertificates('default');
const folder = mkdtempSync(path.join(tmpdir(), 'monban-doctor-'));
const clientSecret = 'a-secret-of-the-tests-only';
const nobody = '5a4db0c1-0000-4000-9000-00000000dead';
let standIns: StandIns;
let otherEntra: EntraStandIn;

beforeAll(async () => {
  standIns = await startStandIns({ ports: { chat: 0, graph: 0, entra: 0 }, clock: Date.now, clientSecret });
  const { tenantId, botId: clientId } = standIns.tenant;
  // The same app, but an administrator who took one permission away and granted another.
  const permissions = [
    ...grantedPermissions().filter((name) => name !== 'User.Read.All'),
    'Directory.ReadWrite.All',
  ];
  otherEntra = await startEntraStandIn({ tenantId, clientId, clientSecret, permissions, clock: Date.now });
  setDefaultCACertificates([...trustedBefore, standIns.caPem]);
  writeFileSync(path.join(folder, 'policy.yaml'), 'remedies: all of them\n');
  writeFileSync(path.join(folder, 'no-database'), 'this is a text\n');
});
afterAll(async () => {
  setDefaultCACertificates(trustedBefore);
  await standIns.close();
  await otherEntra.close();
  rmSync(folder, { recursive: true });
});

const look = async (changes: Readonly<Record<string, string>> = {}, clock: () => number = Date.now) => {
  const file = { MONBAN_DATABASE_FILE: path.join(folder, 'monban.sqlite') };
  const found = await findProblems({ ...standIns.settings, ...file, ...changes }, clock);
  return found.map(({ level, what, todo }) => ({ level, said: `${what} | ${todo}` }));
};

describe('the doctor', () => {
  test('finds nothing wrong with the sandbox as it is', async () => {
    expect((await look()).filter(({ level }) => level === 'wrong')).toEqual([]);
  });

  test.each<[string, () => Readonly<Record<string, string>>, string]>([
    ['a misspelt setting', () => ({ MONBAN_APROVER_IDS: 'x' }), 'MONBAN_APROVER_IDS is not a setting'],
    ['no tenant', () => ({ MONBAN_TENANT_ID: '' }), 'MONBAN_TENANT_ID is missing'],
    ['an approver by mail address', () => ({ MONBAN_APPROVER_IDS: 'a@b.example' }), 'MONBAN_APPROVER_IDS'],
    ['two ways to prove who it is', () => ({ MONBAN_WORKLOAD_IDENTITY: 'true' }), 'exactly one of'],
    ['Graph in the clear', () => ({ MONBAN_GRAPH_URL: 'http://graph.example.com' }), 'must be https'],
    [
      'a channel without its region',
      () => ({ MONBAN_STAFF_SERVICE_URL: '' }),
      'MONBAN_STAFF_SERVICE_URL is missing',
    ],
    [
      'a wrong secret',
      () => ({ MONBAN_CLIENT_SECRET: 'wrong' }),
      'The client secret is wrong: make a new one',
    ],
    ['another app', () => ({ MONBAN_BOT_APP_ID: nobody }), 'The tenant has no such app'],
    ['another tenant', () => ({ MONBAN_TENANT_ID: nobody }), 'Entra knows no tenant'],
    [
      'Entra at the wrong place',
      () => ({ MONBAN_AUTHORITY_HOST: 'https://127.0.0.1:9' }),
      'Entra does not answer',
    ],
    [
      'a remedy whose permission nobody granted',
      () => ({ MONBAN_APPLICATION_REMEDIES: 'issue-temporary-access-pass' }),
      'UserAuthMethod-TAP.ReadWrite.All is not granted',
    ],
    [
      'no approvers',
      () => ({ MONBAN_APPROVER_IDS: '', MONBAN_APPROVER_GROUP_IDS: '' }),
      'no approver is set',
    ],
    ['an approver who is not there', () => ({ MONBAN_APPROVER_IDS: nobody }), 'is not in the tenant'],
    ['a guest who approves', () => ({ MONBAN_APPROVER_IDS: personId(8) }), 'is a guest'],
    ['an approver without a role', () => ({ MONBAN_APPROVER_IDS: personId(1) }), 'holds no active role'],
    [
      'a group that is not there',
      () => ({ MONBAN_APPROVER_GROUP_IDS: nobody }),
      `group ${nobody} is not in the tenant`,
    ],
    ['no break-glass account', () => ({ MONBAN_BREAK_GLASS_IDS: '' }), 'no break-glass account is named'],
    ['a wrong break-glass account', () => ({ MONBAN_BREAK_GLASS_IDS: nobody }), 'a wrong id protects nobody'],
    ['a break-glass account that approves', () => ({ MONBAN_APPROVER_IDS: personId(90) }), 'is an approver'],
    [
      'a channel without the bot',
      () => ({ MONBAN_STAFF_CHANNEL_ID: '19:elsewhere@thread.tacv2' }),
      'the bot is not in the staff channel',
    ],
    [
      'a channel out of reach',
      () => ({ MONBAN_STAFF_SERVICE_URL: 'https://elsewhere.example/' }),
      'the bot may not send to',
    ],
    [
      'an address where nobody answers',
      () => ({ MONBAN_PUBLIC_URL: 'http://127.0.0.1:9' }),
      'nobody answers at',
    ],
    [
      'what it cannot see of the sign-ins',
      () => ({ MONBAN_PUBLIC_URL: 'http://127.0.0.1:9' }),
      'npm run app:register looks at it',
    ],
    [
      'a policy that is none',
      () => ({ MONBAN_POLICY_FILE: path.join(folder, 'policy.yaml') }),
      'approval policy',
    ],
    [
      'a database that is none',
      () => ({ MONBAN_DATABASE_FILE: path.join(folder, 'no-database') }),
      'Mend MONBAN_DATABASE_URL or MONBAN_DATABASE_FILE',
    ],
    [
      'a database server that is not there',
      () => ({ MONBAN_DATABASE_URL: 'postgres://monban:secret@127.0.0.1:9/monban' }),
      'Mend MONBAN_DATABASE_URL or MONBAN_DATABASE_FILE',
    ],
  ])('finds %s, and says what to do', async (_what, changes, said) => {
    const found = await look(changes());
    expect(found.map((finding) => finding.said).join('\n')).toContain(said);
  });

  test('finds a clock that is wrong', async () => {
    const found = await look({}, () => Date.now() + 10 * 60_000);
    expect(found.map((finding) => finding.said).join('\n')).toContain('the clock is off by');
  });

  test.each(['User.Read.All is not granted', 'Directory.ReadWrite.All is granted and not needed'])(
    'finds what an administrator granted wrongly: %s',
    async (said) => {
      setDefaultCACertificates([...trustedBefore, otherEntra.caPem]);
      const found = await look({ MONBAN_AUTHORITY_HOST: otherEntra.url });
      setDefaultCACertificates([...trustedBefore, standIns.caPem]);
      expect(found.map((finding) => finding.said).join('\n')).toContain(said);
    },
  );

  test('finds passes that are longer than the policy allows', async () => {
    const { maximumLifetimeInMinutes: before } = standIns.tenant.passPolicy;
    standIns.tenant.passPolicy.maximumLifetimeInMinutes = 30;
    const found = await look();
    standIns.tenant.passPolicy.maximumLifetimeInMinutes = before;
    expect(found.map((finding) => finding.said).join('\n')).toContain('60 are wished for');
  });

  test('finds a tenant that issues no passes', async () => {
    standIns.tenant.passPolicy.state = 'disabled';
    const found = await look();
    standIns.tenant.passPolicy.state = 'enabled';
    expect(found.map((finding) => finding.said).join('\n')).toContain('issues no Temporary Access Passes');
  });

  test.each([
    ['none', 'P1 is not among'],
    ['p1', 'P2 is not among'],
  ] as const)('notes what a tenant with the plan %s cannot tell', async (plan, said) => {
    standIns.tenant.settings.plan = plan;
    const found = await look();
    standIns.tenant.settings.plan = 'p2';
    const notes = found.filter(({ level }) => level === 'note').map((finding) => finding.said);
    expect(notes.join('\n')).toContain(said);
  });

  test('shows no secret', async () => {
    const found = JSON.stringify(
      await look({ MONBAN_DATABASE_URL: 'postgres://monban:secret@127.0.0.1:9/monban' }),
    );
    expect(found).not.toMatch(/monban:secret@|a-secret-of-the-tests-only/u);
  });
});
