import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBotProcess, type BotProcess } from '../../src/sandbox/botProcess';
import { startStandIns, type StandIns } from '../../src/sandbox/standIns';
import { canaryPrefix, noteLeaks } from '../canary/canary';
import { filesIn } from '../canary/places';

/** What every simulated pass starts with, so that a leak can be looked for (SECURITY S13). */
export const canary = canaryPrefix;

/** A whole sandbox: stand-ins in this process, the built bot in a process of its own, everything on free ports. */
export interface Sandbox {
  readonly standIns: StandIns;
  readonly bot: BotProcess;
  /** Where database and log of the bot lie. */
  readonly folder: string;
  log(): string;
  /** Waits until the log says this: the bot writes it a moment after it has answered. */
  logSays(words: string): Promise<void>;
  /** Ends the bot's process and starts it anew on the same database. */
  restartBot(how: 'stop' | 'kill'): Promise<void>;
  close(): Promise<void>;
}

export async function startSandbox(settings: Readonly<Record<string, string>> = {}): Promise<Sandbox> {
  const standIns = await startStandIns({
    ports: { chat: 0, graph: 0, entra: 0 },
    clock: Date.now,
    clientSecret: 'a-secret-of-the-tests-only',
    passPrefix: canary,
    ownPermission: [settings['MONBAN_APPLICATION_REMEDIES'], settings['MONBAN_LATER_STEPS']]
      .flatMap((names) => names?.split(',') ?? [])
      .filter((name) => name !== ''),
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'monban-scenario-'));
  const startBot = async () => {
    const bot = await startBotProcess({
      settings: { ...standIns.settings, MONBAN_PORT: '0', MONBAN_OPEN: 'true', ...settings },
      folder,
      caPem: standIns.caPem,
    });
    standIns.useBot(bot.url);
    return bot;
  };
  const log = () => readFileSync(path.join(folder, 'monban.log'), 'utf8');
  let bot = await startBot();
  return {
    standIns,
    folder,
    get bot() {
      return bot;
    },
    log,
    logSays: async (words) => {
      for (let looked = 0; !log().includes(words); looked++) {
        if (looked > 100) throw new Error(`the log never said: ${words}`);
        await sleep(50);
      }
    },
    restartBot: async (how) => {
      await bot.stop(how);
      bot = await startBot();
    },
    close: async () => {
      await bot.stop();
      const sent = await (await fetch(`${standIns.chatUrl}/sandbox/sent`)).text();
      await standIns.close();
      noteLeaks({ sent, ...filesIn(folder) });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
