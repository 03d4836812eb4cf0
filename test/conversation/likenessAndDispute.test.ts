import type { Observation } from '../../src/triage/observation';
import { startDialog, type Sent } from './dialogBench';

const phoneReplaced = '機種変更をしたら、認証アプリの通知が来なくなり、サインインできません。';

function last(sent: readonly Sent[]): Sent {
  const found = sent.at(-1);
  if (found === undefined) throw new Error('nothing was sent');
  return found;
}

describe('what an opening merely sounds like', () => {
  const resembling = (card: Sent) =>
    card.actions.filter(({ verb, data }) => verb === 'triage/forget' && data['finding'] === 'resembles');

  test('is shown among what was understood, and taken back with one press', async () => {
    const dialog = await startDialog();
    const card = last(await dialog.say(phoneReplaced));
    expect(card.text).toContain('お話のしかたが、よくある相談');
    const [wrong] = resembling(card);
    const next = last(await dialog.press('triage/forget', wrong?.data));
    expect(resembling(next)).toEqual([]);
    expect(next.text).not.toContain('お話のしかたが');
  });
});

describe('a contradiction', () => {
  const both = 'スマホをなくしました。承認の通知が届きません。';
  const asksForPhone = ({ actions }: Sent) =>
    actions.some(({ verb, data }) => verb === 'triage/answer' && data['finding'] === 'phone_lost');

  /** Every card up to the diagnosis; the phone is answered as lost, all else is unknown. */
  async function cardsOf(evidence: readonly Observation[]): Promise<readonly Sent[]> {
    const dialog = await startDialog({ evidence });
    const cards = [last(await dialog.say(both))];
    for (let turns = 0; turns < 7; turns++) {
      const card = cards.at(-1);
      if (card === undefined || card.actions.some(({ data }) => 'route' in data)) break;
      cards.push(last(await dialog.say(asksForPhone(card) ? 'はい' : 'わからない')));
    }
    return cards;
  }

  test('between a person and the tenant is asked about on one card, and never again', async () => {
    const cards = await cardsOf([{ finding: 'phone_lost', values: ['false'], origin: 'tenant' }]);
    expect(cards.filter(asksForPhone)).toHaveLength(1);
  });

  test('is what makes it ask: where both say the same, it does not', async () => {
    const cards = await cardsOf([{ finding: 'phone_lost', values: ['true'], origin: 'tenant' }]);
    expect(cards.filter(asksForPhone)).toEqual([]);
  });
});
