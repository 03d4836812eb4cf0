import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { aDatabase } from './aDatabase';
import { aFile } from './aFile';
import { startProcess } from './processes/startProcess';
import { aStore } from './stored';

/** `npm run test:kill` asks for a hundred. */
const kills = Number(process.env['MONBAN_TEST_KILLS'] ?? 4);

jest.setTimeout(60_000 + kills * 15_000);

/** Resolves with the first line; throws with its complaint where it ended without one. */
async function hasSpoken(started: ReturnType<typeof startProcess>): Promise<void> {
  const ended = started.ended().then(() => {
    throw new Error('an instance ended before it had decided anything');
  });
  // Until then nobody else listens to how it ended.
  ended.catch(() => undefined);
  while (started.lines().length === 0) await Promise.race([once(started.child.stdout, 'data'), ended]);
}

describe('two instances of which one is killed at a random moment, again and again', () => {
  test('lose nothing that was acknowledged, do nothing twice and keep all timers', async () => {
    const database = aDatabase();
    await (await aStore({ database })).close();
    const tenant = aFile();
    const acknowledged: string[] = [];
    // Not to repeat a run, which no seed could, but to have the moments spread.
    const moments = fc.sample(fc.integer({ min: 0, max: 250 }), kills);
    let staying = startProcess('instance', database, tenant, 'decide');
    for (const moment of moments) {
      const killed = staying;
      staying = startProcess('instance', database, tenant, 'decide');
      await hasSpoken(staying);
      await sleep(moment);
      killed.child.kill('SIGKILL');
      await killed.ended();
      acknowledged.push(...killed.lines());
    }
    staying.child.kill('SIGKILL');
    await staying.ended();
    acknowledged.push(...staying.lines());
    const last = [1, 2].map(() => startProcess('instance', database, tenant, 'finish'));
    await Promise.all(last.map((one) => one.ended()));

    const done = readFileSync(tenant, 'utf8').trimEnd().split('\n');
    const effects = done.filter((line) => line.startsWith('effect '));
    const opened = await aStore({ database, now: Date.now() });
    const missing = acknowledged.filter(
      (id) => !done.includes(`effect ${id}`) || !done.includes(`timer ${id}`),
    );
    const chats = await opened.botState.read(acknowledged.map((id) => `chat-${id}`));
    expect({ missing, twice: done.length - new Set(done).size, chats: Object.keys(chats).length }).toEqual({
      missing: [],
      twice: 0,
      chats: acknowledged.length,
    });
    expect(await opened.store.transaction((tx) => tx.outbox.dead(9))).toEqual([]);
    // What was committed and not said any more is whole too: an entry, an effect and a timer each.
    expect(done).toHaveLength(2 * effects.length);
    expect(await opened.audit.verify()).toEqual({ ok: true, entries: effects.length });
    await opened.close();
    process.stderr.write(`${kills} kills, ${acknowledged.length} decisions acknowledged\n`);
  });
});
