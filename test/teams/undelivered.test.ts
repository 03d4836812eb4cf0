import { type LocalBot, personId, startLocalBot } from './localBot';

let bot: LocalBot;
beforeEach(async () => {
  bot = await startLocalBot();
  bot.app.message(/.*/u, async (context) => {
    await context.sendActivity('the answer');
  });
});
afterEach(() => bot.stop());

describe('a reply that Teams does not take', () => {
  test.each([[503], [500], [429]])(
    'is said later, and nothing else is tried in the turn (%d)',
    async (status) => {
      bot.connector.plan({ status });
      await bot.send(bot.activity({ id: 'in-1', locale: 'ja-JP' }));
      expect(bot.connector.calls).toHaveLength(1);
      expect(bot.undelivered).toMatchObject([
        {
          address: { conversationId: 'a:conversation', kind: 'personal' },
          language: 'ja',
          activityId: 'in-1',
        },
      ]);
      expect(JSON.stringify(bot.undelivered)).not.toContain('the answer');
      expect(JSON.stringify(bot.undelivered)).not.toContain(personId);
    },
  );

  test('because of a mistake of ours is not', async () => {
    bot.connector.plan({ status: 400 });
    await bot.send(bot.activity());
    expect(bot.undelivered).toEqual([]);
  });
});
