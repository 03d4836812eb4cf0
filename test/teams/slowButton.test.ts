import { answerInvoke } from '../../src/teams/answerInvoke';
import { startLocalBot, type LocalBot } from './localBot';
import { signal } from './signal';

let bot: LocalBot;
beforeEach(async () => {
  bot = await startLocalBot();
});
afterEach(() => bot.stop());

const press = () =>
  bot.activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { type: 'Action.Execute', verb: 'look', data: {} } },
  });
const said = () => bot.connector.calls.map(({ activity }) => activity['text']);

/** Waits for what comes after the answer, without a fixed time. */
async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise((resolve) => setImmediate(resolve));
}

describe('a button whose turn takes long', () => {
  test('is answered meanwhile, and what came of it follows as one message', async () => {
    const slow = signal();
    bot.app.onCardAction(async (context) => {
      await slow.given;
      await answerInvoke(context, { kind: 'message', text: 'approved' });
    });
    const response = await bot.send(press());
    expect(await response.text()).toMatch(/follows as a message|このあとメッセージで/u);
    expect(said()).toEqual([]);
    slow.give();
    await until(() => said().length > 0);
    expect(said()).toEqual(['approved']);
  });

  test('is answered with the card that the turn had answered before it went on', async () => {
    const slow = signal();
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    bot.app.onCardAction(() => Promise.reject(new Error('the turn ended before its routes')));
    bot.app.turn('beforeTurn', async (context) => {
      await answerInvoke(context, { kind: 'card', card });
      await slow.given;
      return false;
    });
    expect(await (await bot.send(press())).json()).toMatchObject({ value: card });
    slow.give();
  });

  test('is only waited for where it is a refresh: no words, no message, the card in the end', async () => {
    const slow = signal();
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    bot.app.onCardAction(async (context) => {
      setTimeout(() => {
        slow.give();
      }, 400); // twice as long as a press is waited for
      await slow.given;
      await answerInvoke(context, { kind: 'card', card });
    });
    const action = { type: 'Action.Execute', verb: 'request/view', data: { token: 't'.repeat(30) } };
    const refresh = { ...press(), value: { action, trigger: 'automatic' } };
    expect(await (await bot.send(refresh)).json()).toMatchObject({ value: card });
    expect(said()).toEqual([]);
  });

  test('says sorry in a message where the turn fails after all', async () => {
    const slow = signal();
    bot.app.onCardAction(async () => {
      await slow.given;
      throw new Error('broken');
    });
    await bot.send(press());
    slow.give();
    await until(() => said().length > 0);
    expect(said()[0]).toContain('T-1');
  });
});
