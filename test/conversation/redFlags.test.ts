import { startDialog, type Sent } from './dialogBench';

type Dialog = Awaited<ReturnType<typeof startDialog>>;

const stolen = '電話を盗まれて、機種変更をしました。アプリのコードが出ません。ほかの方法もありません。';
const harmless = '機種変更をしたらコードが出ません。ほかの方法もありません。';

/** Answers "no" to whatever is asked, until a diagnosis card comes. */
async function diagnosisAfter(dialog: Dialog, sent: readonly Sent[]): Promise<Sent> {
  let card = sent.at(-1);
  for (let turns = 0; turns < 7; turns++) {
    if (card === undefined) break;
    if (card.actions.some(({ data }) => 'route' in data)) return card;
    card = (
      await dialog.say(card.actions.some(({ title }) => title === 'いいえ') ? 'いいえ' : 'わからない')
    ).at(-1);
  }
  throw new Error('no diagnosis after seven answers');
}

const offersRemedy = (card: Sent) => card.actions.some(({ verb }) => verb === 'remedy/request');

describe('a red flag', () => {
  test('is what keeps the remedy away in these stories: without it, it is offered', async () => {
    const dialog = await startDialog();
    expect(offersRemedy(await diagnosisAfter(dialog, await dialog.say(harmless)))).toBe(true);
  });

  const waysAround: readonly [string, (dialog: Dialog) => Promise<readonly Sent[]>][] = [
    ['calling it misread', (dialog) => dialog.say('違う 1')],
    [
      'answering differently',
      (dialog) => dialog.press('triage/answer', { finding: 'told', value: 'new-phone' }),
    ],
    ['going back', (dialog) => dialog.say('戻る')],
    ['starting over', (dialog) => dialog.say('最初から').then(() => dialog.say(harmless))],
    [
      'starting over twice',
      async (dialog) => {
        await dialog.say('最初から');
        await dialog.say(harmless);
        await dialog.say('最初から');
        return dialog.say(harmless);
      },
    ],
    [
      'starting over after the hand-over',
      async (dialog) => {
        await dialog.say('担当者');
        await dialog.say('最初から');
        return dialog.say(harmless);
      },
    ],
    [
      'saying that all is solved, and coming again',
      async (dialog) => {
        await diagnosisAfter(dialog, await dialog.say('いいえ'));
        await dialog.press('triage/helped', { value: 'true' });
        return dialog.say(harmless);
      },
    ],
  ];
  test.each(waysAround)('leads to no remedy by %s', async (_way, around) => {
    const dialog = await startDialog();
    await dialog.say(stolen);
    const card = await diagnosisAfter(dialog, await around(dialog));
    expect(offersRemedy(card)).toBe(false);
    const typed = await dialog.say('パスを依頼');
    expect(typed.at(-1)?.text).toContain('依頼できません');
  });

  test('keeps warning on the card after it was called misread', async () => {
    const dialog = await startDialog();
    await dialog.say(stolen);
    const card = await diagnosisAfter(dialog, await dialog.say('違う 1'));
    expect(card.text).toContain('先に担当者が状況を確認します');
  });
});
