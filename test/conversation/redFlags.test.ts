import { employeeId, startDialog, type Sent } from './dialogBench';

type Dialog = Awaited<ReturnType<typeof startDialog>>;

const stolen = '電話を盗まれて、機種変更をしました。アプリのコードが出ません。ほかの方法もありません。';
const harmless = '機種変更をしたらコードが出ません。ほかの方法もありません。';

/** Answers "no" to whatever is asked, until there is a diagnosis or staff have the case; gives all that was sent. */
async function untilTheEnd(dialog: Dialog, first: readonly Sent[]): Promise<readonly Sent[]> {
  const all = [...first];
  for (let turns = 0; turns < 7; turns++) {
    const card = all.at(-1);
    if (card === undefined || all.some(isEnd)) return all;
    const no = card.actions.some(({ title }) => title === 'いいえ');
    all.push(...(await dialog.say(no ? 'いいえ' : 'わからない')));
  }
  throw new Error('no end after seven answers');
}

const isEnd = ({ actions, text }: Sent) =>
  actions.some(({ data }) => 'route' in data) || text.includes('担当者が確認しています');

const offersRemedy = (card: Sent) => card.actions.some(({ verb }) => verb === 'remedy/request');

describe('S26: a red flag', () => {
  test('is what keeps the remedy away in these stories: without it, it is offered', async () => {
    const dialog = await startDialog();
    expect((await untilTheEnd(dialog, await dialog.say(harmless))).some(offersRemedy)).toBe(true);
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
        await untilTheEnd(dialog, await dialog.say('いいえ'));
        await dialog.press('triage/helped', { value: 'true' });
        return dialog.say(harmless);
      },
    ],
  ];
  test.each(waysAround)('leads to no remedy by %s', async (_way, around) => {
    const dialog = await startDialog();
    await dialog.say(stolen);
    const sent = await untilTheEnd(dialog, await around(dialog));
    expect(sent.some(offersRemedy)).toBe(false);
    const typed = await dialog.say('パスを依頼');
    expect(typed.at(-1)?.text).toContain('依頼できません');
  });

  test('warns on the diagnosis, and hands the case over without being asked', async () => {
    const dialog = await startDialog();
    const sent = await untilTheEnd(dialog, await dialog.say(stolen));
    expect(sent.map(({ text }) => text).join()).toContain('先に担当者が状況を確認します');
    expect(sent.at(-1)?.text).toContain('担当者に連絡しています');
  });
});

describe('S6, S26: a call that is asked for at a number which the directory does not hold', () => {
  const phones = ['+81 90-1234-5678'];
  const other = '080-9999-8888 に電話してください。';

  test.each([
    ['in the first message', [`${harmless}${other}`]],
    ['later on', [harmless, other]],
  ])('is a red flag, and no remedy is offered: %s', async (_when, said) => {
    const dialog = await startDialog({ phones });
    const sent: Sent[] = [];
    for (const text of said) sent.push(...(await dialog.say(text)));
    const all = await untilTheEnd(dialog, sent);
    expect(all.some(offersRemedy)).toBe(false);
    expect(await dialog.store.look(({ cases }) => cases.redFlagsOf(employeeId))).toEqual([
      'other_number_given',
    ]);
  });

  test('is none where it is the directory’s own number', async () => {
    const dialog = await startDialog({ phones });
    const first = await dialog.say(`${harmless}090-1234-5678 に電話してください。`);
    expect((await untilTheEnd(dialog, first)).some(offersRemedy)).toBe(true);
  });
});
