import { remedyKinds } from '../src/cases/remedyPlan';
import { readConfig } from '../src/config';
import { startWarnings } from '../src/configParts';
import { boxPolicy, policyWith } from './fakes/policies';

const id = '5a4db0c1-0000-4000-9000-000000000021';
const settings = {
  MONBAN_TENANT_ID: id,
  MONBAN_BOT_APP_ID: id,
  MONBAN_CLIENT_SECRET: 'a-secret-of-the-tests-only',
  MONBAN_PUBLIC_URL: 'https://monban.example.com',
  MONBAN_APPROVER_IDS: id,
  MONBAN_STAFF_CHANNEL_ID: '19:helpdesk@thread.tacv2',
  MONBAN_STAFF_SERVICE_URL: 'https://smba.trafficmanager.net/jp/',
};

function warned(policy = boxPolicy, more: Readonly<Record<string, string>> = {}): string {
  const read = readConfig({ ...settings, ...more });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return startWarnings(read.config, policy).join('\n');
}

describe('what the start says of weaker settings (S5, S7, S24)', () => {
  test('of the box: no card approves alone; proof by a sign-in and mail are off until they are set up', () => {
    expect(warned()).not.toContain('card');
    expect(warned()).toContain('no authentication context');
    expect(warned()).toContain('no mailbox for notices');
  });

  test('of both nothing once they are', () => {
    const policy = { ...boxPolicy, confirmation: { ...boxPolicy.confirmation, authContexts: ['c1'] } };
    const said = warned(policy, { MONBAN_NOTICE_MAILBOX: id });
    expect(said).not.toMatch(/authentication context|mailbox/u);
  });

  test('that a card alone approves, for each remedy of which the policy says so', () => {
    const own = { MONBAN_APPLICATION_REMEDIES: remedyKinds.join(',') };
    const said = warned(policyWith({ confirm: 'card' }), own);
    for (const remedy of remedyKinds)
      expect(said).toContain(`${remedy}: the policy lets a card alone approve`);
  });

  test('that a card alone would approve what Monban has no permission to do', () => {
    expect(warned(policyWith({ confirm: 'card' }))).toContain('has no application permission for it');
  });

  test('that nobody may approve', () => {
    expect(warned(boxPolicy, { MONBAN_APPROVER_IDS: '' })).toContain('no approver is set');
  });
});
