import type { Observation } from '../../src/triage/observation';
import { lookForIncidents } from '../../src/usecases/noticeIncidents';
import { secureRandomness } from '../../src/usecases/randomness';
import { startDialog } from './dialogBench';

const now = Date.UTC(2026, 10, 21, 9);
const limits = { windowMs: 30 * 60_000, people: 4, cases: 100 };

/** Microsoft's sign-in service failed for a moment, as the tenant's log has it of this person. */
const failed: Observation = { finding: 'error_code', values: ['50087'], origin: 'tenant' };

/** A dialog in a tenant in which so many other people fail with the same code. */
async function dialogAmong(people: number) {
  const dialog = await startDialog({ evidence: [failed], locale: 'en-US' });
  await dialog.store.transaction(async (tx) => {
    const rows = Array.from({ length: people }, (_, n) => ({
      id: `f${String(n)}`,
      personId: `p${String(n)}`,
      at: now,
      code: 50087,
      body: {},
    }));
    await tx.tenant.keep('signIns', rows, now);
    await tx.tenant.saveFeed({ feed: 'signIns', readAt: now, dueAt: now, failures: 0 });
  });
  const deps = {
    store: dialog.store,
    clock: () => now,
    tenantId: '22222222-2222-4222-8222-222222222222',
    random: secureRandomness,
    incidentLimits: limits,
  };
  await lookForIncidents(deps);
  return dialog;
}

const words = 'I cannot sign in';

describe('a trouble of many', () => {
  test('is said before the first card, and decides the case: nobody is asked anything', async () => {
    const dialog = await dialogAmong(4);
    const [first, card] = await dialog.say(words);
    expect(first?.text).toMatch(/^Many people have the same trouble right now \(incident I-/u);
    expect(card?.actions[0]?.data).toMatchObject({ route: 'wait' });
    await dialog.close();
  });

  test('offers no reset and no pass', async () => {
    const dialog = await dialogAmong(4);
    const sent = await dialog.say(words);
    const verbs = sent.flatMap(({ actions }) => actions.map(({ verb }) => verb));
    expect(verbs.filter((verb) => verb.startsWith('remedy/'))).toEqual([]);
    await dialog.close();
  });

  test('is none where only a few fail so: the person is asked', async () => {
    const dialog = await dialogAmong(3);
    const sent = await dialog.say(words);
    expect(sent.map(({ text }) => text).join()).not.toContain('incident I-');
    expect(sent.flatMap(({ actions }) => actions.map(({ verb }) => verb))).toContain('triage/answer');
    await dialog.close();
  });
});
