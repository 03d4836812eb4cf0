import path from 'node:path';
import { walkCase, type WalkedCase } from '../../src/commands/walkCase';
import { readKnowledge } from '../../src/readKnowledge';
import { accessScenarios } from '../../src/sandbox/evidence/accessScenarios';
import { accountScenarios } from '../../src/sandbox/evidence/accountScenarios';
import { methodScenarios } from '../../src/sandbox/evidence/methodScenarios';
import { caseOf, runScenarios, type WalkedScenario } from '../../src/sandbox/evidence/runScenarios';
import { scenario } from '../../src/sandbox/evidence/scenario';
import { parseKnowledge } from '../../src/triage/parseKnowledge';

const read = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
if (!read.ok) throw new Error('the knowledge is not usable');
const { knowledge } = read;

const app = { kind: 'microsoft-authenticator' } as const;
const anything = { facts: {}, causes: [], routes: [] };

/** Beside the scenarios that are scored: people in whose case one record makes the difference. */
const more = [
  scenario(
    'managed',
    'en',
    {
      ...anything,
      state: {
        methods: [app],
        devices: [{ name: 'PIXEL', os: 'Android', compliant: true, managed: true }],
        signIns: [{ minutesAgo: 5, code: 500121, details: "user didn't respond to mobile app notification" }],
      },
    },
    'The approval prompt does not reach my phone',
  ),
  scenario(
    'admin',
    'en',
    {
      ...anything,
      state: { methods: [app], roles: [{ role: 'Global Administrator' }] },
    },
    'I lost my phone and cannot sign in',
  ),
  scenario(
    'new-rule',
    'ja',
    {
      ...anything,
      state: { methods: [app] },
      tenant: {
        accessPolicies: [
          { id: '5a4db0c1-0000-4000-8000-0000000000e2', name: 'MFA', demands: ['mfa'], createdDaysAgo: 2 },
        ],
      },
    },
    '確認コードを求められるのはなぜですか',
  ),
  scenario(
    'defaults',
    'en',
    {
      ...anything,
      state: { methods: [app] },
      tenant: { securityDefaultsOn: true },
    },
    'Why am I asked to set up more security information?',
  ),
  scenario(
    'tries',
    'en',
    {
      ...anything,
      state: { methods: [app], signIns: [1, 2, 2, 3, 4].map((minutesAgo) => ({ minutesAgo, code: 500121 })) },
    },
    'The code is refused',
  ),
  scenario(
    'managed-only',
    'en',
    {
      ...anything,
      facts: { symptom: ['push-not-arriving'], other_notifications_arrive: true, phone_online: true },
      state: { methods: [app], devices: [{ name: 'PIXEL', os: 'Android', compliant: true, managed: true }] },
    },
    'No notification arrives on my work phone',
  ),
  scenario(
    'two-ways',
    'en',
    {
      ...anything,
      facts: { symptom: ['method-unavailable'], phone_at_hand: false },
      state: { methods: [app, { kind: 'fido2' }] },
    },
    'I left my phone at home and cannot sign in',
  ),
  scenario(
    'broken',
    'ja',
    {
      ...anything,
      facts: { symptom: ['method-unavailable'], phone_broken: true },
      state: { methods: [app, { kind: 'fido2' }] },
    },
    'スマホが壊れてサインインできません',
  ),
  scenario(
    'admin-lost',
    'en',
    {
      ...anything,
      facts: { symptom: ['method-unavailable'], phone_lost: true, other_method_usable: false },
      state: { methods: [app], roles: [{ role: 'Global Administrator' }] },
    },
    'I lost my phone',
  ),
  scenario('old-password', 'en', {
    ...anything,
    facts: { symptom: ['password-refused'] },
    state: { methods: [app], passwordDaysAgo: 120 },
    tenant: { passwordValidityDays: 90 },
  }),
  scenario(
    'synced',
    'en',
    {
      ...anything,
      facts: { symptom: ['sign-in-loop'] },
      state: { synced: true, methods: [app] },
    },
    'The sign-in goes round and round',
  ),
  scenario(
    'synced-ja',
    'ja',
    {
      ...anything,
      facts: { symptom: ['password-refused'], knows_password: true },
      state: { synced: true, methods: [app] },
    },
    'パスワードは合っているのに入れません',
  ),
  scenario(
    'synced-right',
    'ja',
    {
      ...anything,
      facts: { symptom: ['password-refused'], knows_password: true },
      state: { synced: true, methods: [app] },
    },
    'パスワードは正しいのにサインインできません。昨日は入れました',
  ),
  scenario('two-ways-ja', 'ja', { ...anything, state: { methods: [app, { kind: 'fido2' }] } }),
];

let walked: readonly WalkedScenario[] = [];
beforeAll(async () => {
  walked = await runScenarios(knowledge, [
    ...accountScenarios,
    ...accessScenarios,
    ...methodScenarios,
    ...more,
  ]);
}, 120_000);

const decision = ({ asked, assessment }: WalkedCase) =>
  JSON.stringify([asked, assessment.causes[0]?.cause, assessment.route, assessment.redFlags]);

function isDecidedBy(finding: string, { evidence, scenario: one, withEvidence }: WalkedScenario): boolean {
  const rest = evidence.findings.filter((told) => told.finding !== finding);
  if (rest.length === evidence.findings.length) return false;
  const without = walkCase(knowledge, caseOf(one, { ...evidence, findings: rest }));
  return decision(without) !== decision(withEvidence);
}

/** Many people affected is told by an incident: see the tests of incidents. */
test.each([
  'error_code',
  'method_in_use',
  'managed_phone',
  'many_attempts',
  'number_format_wrong',
  'abroad',
  'no_method_registered',
  'mfa_newly_required',
  'is_admin',
  'password_expired',
  'account_enabled',
  'risk_or_fraud_block',
  'ca_result',
  'method_disabled_by_policy',
  'other_organisation_prompt',
  'service_incident',
  'tap_issued',
  'security_defaults_on',
  'other_method_registered',
  'other_admin_available',
  'federated_or_synced',
])('%s, told by the tenant, changes what somebody is asked or told', (finding) => {
  expect(walked.some((one) => isDecidedBy(finding, one))).toBe(true);
});
