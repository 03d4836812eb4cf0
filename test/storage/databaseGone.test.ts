import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestWorld, staffChannel } from '../fakes/requestWorld';
import { tenantId } from '../teams/localBot';
import { ids, startRequestBot, type RequestBot } from '../teams/requestBot';
import { openStore } from '../../src/storage/openStore';
import { aDatabase, postgresServer } from './aDatabase';
import { openTestStore } from './openTestStore';
import { rawly } from './rawly';
import { aLineTo } from './tcpLine';
import { testTenant } from './stored';

/** How long it is gone; the 30 seconds by MONBAN_TEST_GONE_MS=30000. */
const goneMs = Number(process.env['MONBAN_TEST_GONE_MS'] ?? 1_000);
const whereThereIsOne = postgresServer === undefined ? describe.skip : describe;

jest.setTimeout(60_000 + goneMs);

/** A schema of its own, made past the line, so that its end does not need the line. */
async function aServer(): Promise<string> {
  const database = aDatabase();
  if (!('url' in database)) throw new Error('these tests are about a server');
  await (await openTestStore({ database, tenantId: testTenant, clock: () => 1 })).close();
  return database.url;
}

whereThereIsOne('a database server that is gone for a while', () => {
  let bot: RequestBot;
  afterEach(() => bot.stop());

  test('is told to people in clear words; nothing acknowledged is lost; it goes on by itself', async () => {
    const line = await aLineTo(await aServer());
    bot = await startRequestBot({ database: line.database });
    const { world } = bot;
    const words = (text: string) => ({
      type: 'message',
      text,
      locale: 'en-US',
      from: { id: `29:${ids.approver}`, aadObjectId: ids.approver },
      // The store's tenant is another than the local bot's, whose personal chats it would not keep.
      conversation: {
        id: staffChannel.conversationId,
        conversationType: 'channel',
        isGroup: true,
        tenantId,
      },
    });
    const write = async (text: string) => {
      const response = await bot.bot.send(bot.bot.activity(words(text)));
      return [response.status, String(bot.bot.connector.calls.at(-1)?.activity['text'])] as const;
    };
    const { id, number } = await world.ask('require-mfa-reregistration');
    await world.run(1_000);
    await world.prove(number, { proverId: 'desk' });

    await line.cut();
    const [status, said] = await write(`approve ${number} called back`);
    expect([status, said]).toEqual([200, expect.stringContaining('cannot be read or written right now')]);
    await sleep(goneMs);
    await line.mend();
    expect((await world.find(id)).state).toBe('pending');
    const again = await write(`approve ${number} called back`);
    expect(again).toEqual([200, expect.stringContaining('is recorded')]);
    await world.run();
    expect((await world.find(id)).state).toBe('done');
    expect(await world.audit.verify()).toMatchObject({ ok: true });
  });
});

whereThereIsOne('a database server that is gone while a remedy runs', () => {
  test('is waited for: the worker takes its job again, and each write is done once', async () => {
    const line = await aLineTo(await aServer());
    const world = await requestWorld({ database: line.database });
    const { id, number } = await world.ask('require-mfa-reregistration');
    await world.run(1_000);
    await world.decide(number);
    const removeMethod = world.deps.remedies.removeMethod.bind(world.deps.remedies);
    const removed: string[] = [];
    Object.assign(world.deps.remedies, {
      removeMethod: async (...[personId, method]: Parameters<typeof removeMethod>) => {
        const outcome = await removeMethod(personId, method);
        if (outcome === 'removed' && removed.push(method.id) === 2) await line.cut();
        return outcome;
      },
    });
    const meanwhile = await world.run().then(
      () => 'ran',
      (thrown: unknown) => thrown,
    );
    expect(meanwhile).toMatchObject({ code: 'store-unavailable' });
    await sleep(goneMs);
    await line.mend();
    await world.run(10 * 60_000);
    expect((await world.find(id)).state).toBe('done');
    expect(removed).toEqual(['alternate', 'mobile', 'totp', 'app']);
    await world.close();
  });
});

whereThereIsOne('a database server without a connection to give', () => {
  test('is a fault that may pass', async () => {
    const url = await aServer();
    const role = `few_${randomBytes(4).toString('hex')}`;
    const schema = /search_path=(\w+)/u.exec(decodeURIComponent(url))?.[1] ?? '';
    await rawly(
      { url },
      `create role ${role} login connection limit 2`,
      `grant all on schema ${schema} to ${role}`,
      `grant all on all tables in schema ${schema} to ${role}`,
      'select 1',
    );
    const few = new URL(url);
    few.username = role;
    const opened = await openStore({ database: { url: few.href }, tenantId: testTenant, clock: () => 1 });
    const asked = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        opened.botState.write({ [`conversation-${String(index)}`]: {} }),
      ),
    );
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(4);
    for (const reason of refused)
      expect(reason).toMatchObject({ code: 'store-unavailable', retryable: true });
    // Nothing half: what was taken is there, what was refused is not, and it goes on.
    await opened.botState.write({ later: {} });
    const found = await rawly({ url }, 'select key from bot_state');
    expect(found).toHaveLength(3);
    await opened.close();
    await rawly({ url }, `drop owned by ${role} cascade`, `drop role ${role}`, 'select 1');
  });
});
