import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBotProcess, type BotProcess } from '../../../src/sandbox/botProcess';
import { startStandIns } from '../../../src/sandbox/standIns';
import type { DatabaseAddress } from '../../../src/storage/engine';
import { canaryPrefix, noteLeaks } from '../../canary/canary';
import { cardAlonePolicy, ownPermission } from '../../fakes/cardAlone';

export type MortalBot = Awaited<ReturnType<typeof startMortalBot>>;

/** The built bot on a database, between stand-ins that outlive it: it can be killed and started again and again. */
export async function startMortalBot(database: DatabaseAddress) {
  const time = { aheadMs: 0 };
  const standIns = await startStandIns({
    ports: { chat: 0, graph: 0, entra: 0 },
    clock: () => Date.now() + time.aheadMs,
    clientSecret: 'a-secret-of-the-tests-only',
    passPrefix: canaryPrefix,
    ownPermission,
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'monban-killed-'));
  const settings = {
    ...standIns.settings,
    ...('url' in database ? { MONBAN_DATABASE_URL: database.url } : { MONBAN_DATABASE_FILE: database.file }),
    MONBAN_POLICY_FILE: generousPolicy(folder),
    MONBAN_APPLICATION_REMEDIES: ownPermission.join(','),
    MONBAN_INCIDENT_CASES: '1000',
    MONBAN_PORT: '0',
    MONBAN_OPEN: 'true',
    NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
  };
  let bot: BotProcess | undefined;
  const start = async (): Promise<void> => {
    bot = await startBotProcess({
      settings: {
        ...settings,
        NODE_OPTIONS: `--require ${path.join(__dirname, 'shiftClock.cjs')}`,
        TEST_CLOCK_AHEAD_MS: String(time.aheadMs),
      },
      folder,
      caPem: standIns.caPem,
    });
    standIns.useBot(bot.url);
  };
  const end = async (how: 'stop' | 'kill'): Promise<void> => {
    const ending = bot;
    bot = undefined;
    await ending?.stop(how);
  };
  await start();
  return {
    standIns,
    start,
    end,
    /** Where the bot is now; nobody answers there while it is dead. */
    url: () => bot?.url ?? 'http://127.0.0.1:9',
    /** Resolves as soon as it lives. */
    async lives(): Promise<void> {
      while (bot === undefined) await sleep(20);
    },
    /** The clocks of bot and cloud, from its next start on. */
    setAhead(aheadMs: number): void {
      time.aheadMs = aheadMs;
    },
    async close(): Promise<void> {
      await end('stop');
      const sent = await (await fetch(`${standIns.chatUrl}/sandbox/sent`)).text();
      await standIns.close();
      noteLeaks({ sent, log: readFileSync(path.join(folder, 'monban.log'), 'latin1') });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** By the card alone (the sign-in has tests of its own, and a browser's visit would only slow the kills), with limits that a hundred kills' worth of requests stay below. */
function generousPolicy(folder: string): string {
  const text = cardAlonePolicy()
    .replace(/(requestsPer(?:Requester|Target)|approvalsPerPair): \d+/gu, '$1: 100')
    .replace(/(requestsPerTenant|decisionsPerApprover): \d+/gu, '$1: 1000')
    .replace(/windowMinutes: \d+/u, 'windowMinutes: 10');
  const file = path.join(folder, 'policy.yaml');
  writeFileSync(file, text);
  return file;
}
