import type { TurnContext } from 'botbuilder';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { QuietApplication } from '../../src/teams/quietApplication';
import { type LocalBot, startLocalBot } from '../teams/localBot';
import { signal } from '../teams/signal';
import { aStore } from './stored';

type Opened = Awaited<ReturnType<typeof aStore>>;

let opened: Opened;
const bots: LocalBot[] = [];
beforeEach(async () => {
  opened = await aStore();
});
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
  await opened.close();
});

/** One instance of several on this store: it counts the messages of a conversation in its state. */
async function anInstance(between: (turn: number) => Promise<void>): Promise<LocalBot> {
  const app = new QuietApplication({
    storage: opened.botState,
    turnStateFactory: () => new TurnState(),
    startTypingTimer: false,
  });
  let turn = 0;
  app.message(/.*/u, async (context: TurnContext, state: TurnState) => {
    const { value } = state.getScope('conversation') ?? { value: {} };
    const values: Record<string, unknown> = value;
    values['count'] = Number(values['count'] ?? 0) + 1;
    await between((turn += 1));
    await context.sendActivity(`counted ${String(values['count'])}`);
  });
  const bot = await startLocalBot({}, app);
  bots.push(bot);
  return bot;
}

const said = (bot: LocalBot) => bot.connector.calls.map(({ activity }) => activity['text']);

/** The conversation has a state already: the first that is stored races with nobody. */
async function begun(bot: LocalBot): Promise<void> {
  await bot.send(bot.activity({ text: 'hello' }));
  bot.connector.forgetCalls();
}

describe('a conversation that two instances change at once', () => {
  test('is changed by both: the loser runs its turn again on what the winner stored', async () => {
    const both = signal();
    let inside = 0;
    const meet = async () => {
      if ((inside += 1) === 2) both.give();
      await both.given;
    };
    const first = await anInstance((turn) => (turn === 1 ? Promise.resolve() : meet()));
    const second = await anInstance(meet);
    await begun(first);
    await Promise.all([first.send(first.activity()), second.send(second.activity())]);
    const counted = [...said(first), ...said(second)];
    expect(new Set(counted)).toEqual(new Set(['counted 2', 'counted 3']));
    // Either has answered, and what the one that lost would have said first nobody heard.
    expect(counted).toHaveLength(2);
  });

  test('again and again is told to the one who loses twice, and nothing of theirs is stored', async () => {
    const other = await anInstance(() => Promise.resolve());
    const overtaken = await anInstance(async () => {
      await other.send(other.activity());
    });
    await begun(other);
    await overtaken.send(overtaken.activity({ locale: 'en-US' }));
    expect(said(overtaken).at(-1)).toContain('There is a lot going on right now');
    expect(said(other)).toEqual(['counted 2', 'counted 3']);
  });
});
