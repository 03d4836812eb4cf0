import type { Evidence } from '../../src/ports/evidence';
import type { Observation } from '../../src/triage/observation';
import { startDialog, type Sent } from './dialogBench';

const told = (finding: string, value: string): Observation => ({
  finding,
  values: [value],
  origin: 'tenant',
  source: 'signIns',
  at: 1,
});
const disabled = [told('account_enabled', 'false'), told('error_code', '50057')];
const late = { findings: [], notAvailable: [{ what: 'account', why: 'late' }] };

/** Brings the first answer first, and the second ever after. */
function first(one: Evidence, then: Evidence): () => Promise<Evidence> {
  let asked = 0;
  return () => Promise.resolve(asked++ === 0 ? one : then);
}

const isDiagnosis = ({ actions }: Sent) => actions.some(({ verb }) => verb === 'triage/helped');
const texts = (sent: readonly Sent[]) => sent.map(({ text }) => text).join('\n');

describe('evidence in the dialog', () => {
  test('settles the matter before anything is asked', async () => {
    const dialog = await startDialog({ evidence: disabled });
    const sent = await dialog.say('サインインできません');
    expect(sent.some(isDiagnosis)).toBe(true);
    await dialog.close();
  });

  test('that comes late settles it with the next answer, and the card says so', async () => {
    const readEvidence = first(late, { findings: disabled, notAvailable: [] });
    const dialog = await startDialog({ readEvidence });
    expect((await dialog.say('サインインできません')).some(isDiagnosis)).toBe(false);
    const next = await dialog.say('わからない');
    expect(texts(next)).toContain('組織の情報を確認できました');
    expect(next.some(isDiagnosis)).toBe(true);
    await dialog.close();
  });

  test('that was held back is asked for again after ten seconds, not with each answer', async () => {
    let now = Date.UTC(2026, 10, 21, 9);
    const heldBack = { findings: [], notAvailable: [{ what: 'methods', why: 'graph-throttled' }] };
    const readEvidence = jest.fn(first(heldBack, { findings: disabled, notAvailable: [] }));
    const dialog = await startDialog({ readEvidence, clock: () => now });
    await dialog.say('サインインできません');
    now += 9_999;
    expect((await dialog.say('わからない')).some(isDiagnosis)).toBe(false);
    expect(readEvidence).toHaveBeenCalledTimes(1);
    now += 1;
    expect((await dialog.say('わからない')).some(isDiagnosis)).toBe(true);
    await dialog.close();
  });

  test('that comes late with a red flag hands over, whatever was answered', async () => {
    const risky = { findings: [told('risk_or_fraud_block', 'true')], notAvailable: [] };
    const dialog = await startDialog({ readEvidence: first(late, risky) });
    await dialog.say('新しいスマホに替えたら承認できない');
    await dialog.say('わからない');
    const flags = await dialog.store.transaction(async (tx) =>
      (await tx.cases.createdSince(0)).flatMap(({ redFlags }) => redFlags ?? []),
    );
    expect(flags).toContain('risk_or_fraud_block');
    await dialog.close();
  });

  test('that could not be seen is asked of the person, and staff read what is missing', async () => {
    const missing = [{ what: 'signIns', why: 'graph-forbidden', needs: 'AuditLog.Read.All' }];
    const dialog = await startDialog({
      readEvidence: () => Promise.resolve({ findings: [], notAvailable: missing }),
    });
    const sent = await dialog.say('サインインできません');
    expect(sent.some(({ actions }) => actions.some(({ verb }) => verb === 'triage/answer'))).toBe(true);
    await dialog.say('担当者');
    const [found] = await dialog.store.transaction((tx) => tx.cases.createdSince(0));
    expect(found).toMatchObject({ state: 'withStaff', notAvailable: missing });
    await dialog.close();
  });
});
