import { answerInvoke } from '../../src/teams/answerInvoke';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod/v4';
import { startLocalBot, tenantId, type LocalBot } from './localBot';
import { signal } from './signal';

/** What the SDK's application gets wrong inside a turn, through the real adapter and application. */
let bot: LocalBot;

beforeEach(async () => {
  bot = await startLocalBot();
});
afterEach(() => bot.stop());

const press = (verb: string, changes: Readonly<Record<string, unknown>> = {}) =>
  bot.activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: 'posted-card',
    value: { action: { type: 'Action.Execute', verb, data: {} } },
    ...changes,
  });
const said = () => bot.connector.calls.map(({ activity }) => activity['text']);

describe('a button’s answer', () => {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };

  test('reaches only the one who pressed, also after a card that refreshes (the SDK: everybody)', async () => {
    const cards = [
      card,
      { ...card, refresh: { action: { type: 'Action.Execute', verb: 'r' }, userIds: [] } },
      card,
    ];
    bot.app.onCardAction((context) => answerInvoke(context, { kind: 'card', card: cards.shift() ?? {} }));
    const answers: unknown[] = [];
    for (let times = 0; times < 3; times += 1) answers.push(await (await bot.send(press('look'))).json());
    expect(answers).toMatchObject([{ value: card }, { value: { refresh: {} } }, { value: card }]);
    expect(bot.connector.calls).toEqual([]);
  });

  test('is a card in the form that Teams documents', async () => {
    bot.app.onCardAction((context) => answerInvoke(context, { kind: 'card', card }));
    const response = await bot.send(press('look'));
    expect([response.status, await response.json()]).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    ]);
  });

  test('is a refusal in the form that Teams documents', async () => {
    const refusal = { kind: 'refusal', status: 403, text: 'not yours' } as const;
    bot.app.onCardAction((context) => answerInvoke(context, refusal));
    const response = await bot.send(press('look'));
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        statusCode: 403,
        type: 'application/vnd.microsoft.error',
        value: { code: '403', message: 'not yours' },
      },
    ]);
  });

  test('is 400 where no route knows the button (the SDK: 501)', async () => {
    bot.app.adaptiveCards.actionExecute('known', () => Promise.resolve('known'));
    const response = await bot.send(press('unknown', { locale: 'ja-JP' }));
    expect([response.status, await response.json()]).toMatchObject([
      200,
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { message: expect.stringContaining('ボタン') as string },
      },
    ]);
  });
});

describe('a turn that fails', () => {
  const fail = () => Promise.reject(new Error('canary: the password is swordfish'));

  test('ends in an apology in the person’s language, whose number is in the log, and nothing else leaves', async () => {
    bot.app.activity('message', fail);
    const response = await bot.send(bot.activity({ locale: 'ja-JP', text: 'canary-text' }));
    const apology = String(said()[0]);
    const turnId = /T-\d+/.exec(apology)?.[0] ?? 'none';
    expect([
      response.status,
      await response.text(),
      apology.includes('申し訳'),
      apology.includes('canary'),
    ]).toEqual([200, '', true, false]);
    expect(bot.logged.filter((line) => line.includes(turnId) && line.includes('turn failed'))).toHaveLength(
      1,
    );
  });

  test('answers a button with the apology', async () => {
    bot.app.onCardAction(fail);
    const response = await bot.send(press('look', { locale: 'en-GB' }));
    expect(await response.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringMatching(/^Sorry, .*T-1\.$/) as string,
    });
  });

  test('answers another invoke with 500 and no text', async () => {
    bot.app.activity('invoke', fail);
    const response = await bot.send(press('look', { name: 'task/fetch' }));
    expect([response.status, await response.text()]).toEqual([500, '']);
  });

  test('keeps what was stored before it', async () => {
    let turn = 0;
    const kept: unknown[] = [];
    bot.app.activity('message', (_context, state) => {
      turn += 1;
      kept.push(state.getValue('conversation.answer'));
      state.setValue('conversation.answer', turn);
      return turn === 2 ? fail() : Promise.resolve();
    });
    for (let times = 0; times < 3; times += 1) await bot.send(bot.activity());
    expect(kept).toEqual([undefined, 1, 1]);
  });

  test('whose apology fails too is a 500 with a fixed body, and both are in the log', async () => {
    bot.app.activity('message', fail);
    bot.connector.plan({ status: 500, body: { error: { message: 'canary' } } });
    const response = await bot.send(bot.activity());
    expect([response.status, await response.json()]).toEqual([500, { error: 'internal' }]);
    expect(bot.logged.filter((line) => /turn failed|request failed/.test(line))).toHaveLength(2);
  });
});

describe('turns at once', () => {
  const count = async () => {
    const seen: unknown[] = [];
    bot.app.activity('message', async (_context, state) => {
      const n = z.number().catch(0).parse(state.getValue('conversation.n'));
      await wait(5);
      state.setValue('conversation.n', n + 1);
      seen.push(n + 1);
    });
    const responses = await Promise.all(Array.from({ length: 10 }, () => bot.send(bot.activity())));
    return { statuses: new Set(responses.map(({ status }) => status)), seen };
  };

  test('of one conversation lose no update (the SDK: eTag conflict, or a lost update)', async () => {
    expect(await count()).toEqual({ statuses: new Set([200]), seen: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  });

  test('that are too many are told to wait, and the others are done', async () => {
    let done = 0;
    let answered = 0;
    const gate = signal();
    bot.app.activity('message', async () => {
      await gate.given;
      done += 1;
    });
    const sent = Array.from({ length: 30 }, async () => {
      await bot.send(bot.activity());
      answered += 1;
      if (answered === 10) gate.give(); // the refused ones: all others wait for the gate
    });
    await Promise.all(sent);
    expect([done, said().length, new Set(said()).size]).toEqual([20, 10, 1]);
  });

  test('of two conversations do not wait for each other', async () => {
    const order: string[] = [];
    const gate = signal();
    bot.app.activity('message', async (context) => {
      if (context.activity.text === 'slow') await gate.given;
      order.push(context.activity.text);
    });
    const slow = bot.send(bot.activity({ text: 'slow' }));
    await bot.send(bot.activity({ text: 'quick', conversation: { id: 'a:other', tenantId } }));
    gate.give();
    await slow;
    expect(order).toEqual(['quick', 'slow']);
  });
});

describe('a message', () => {
  test('that takes long to answer shows no typing (the SDK: typing, though switched off)', async () => {
    bot.app.activity('message', async (context) => {
      await wait(1200); // the SDK's timer goes off after a second
      await context.sendActivity('done');
    });
    await bot.send(bot.activity());
    expect(bot.connector.calls.map(({ activity }) => activity['type'])).toEqual(['message']);
  });

  test('with null for a value is a message like others (the SDK: throws once a submit is registered)', async () => {
    bot.app.adaptiveCards.actionSubmit('verb', () => Promise.resolve());
    bot.app.activity('message', async (context) => {
      await context.sendActivity('heard');
    });
    const response = await bot.send(bot.activity({ text: undefined, value: null }));
    expect([response.status, said()]).toEqual([200, ['heard']]);
  });

  test('is answered under the bot’s own token, at the address it came from', async () => {
    bot.app.activity('message', async (context) => {
      await context.sendActivity('heard');
    });
    await bot.send(bot.activity({ id: 'in-1' }));
    expect(bot.connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a:conversation/activities/in-1',
        authorization: 'Bearer bot-token',
      },
    ]);
  });
});
