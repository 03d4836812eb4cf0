import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod/v4';
import { startBotProcess, type BotProcess } from './botProcess';
import { startStandIns, type StandIns } from './standIns';

const port = z.coerce.number().int().min(0).max(65535);
const settingsSchema = z.object({
  SANDBOX_CHAT_PORT: port.default(3979),
  SANDBOX_GRAPH_PORT: port.default(3980),
  SANDBOX_ENTRA_PORT: port.default(3981),
  MONBAN_PORT: port.default(3978),
});

/** Starts the sandbox: the stand-ins for the cloud, and Monban itself as a process that finds them by its settings. */
export async function runSandbox(args: readonly string[]): Promise<void> {
  const unknown = args.filter((argument) => argument !== '--open');
  const settings = settingsSchema.safeParse(process.env);
  if (unknown.length > 0 || !settings.success) {
    const problems = [
      ...unknown.map((argument) => `${argument} is not known; there is only --open`),
      ...(settings.error?.issues ?? []).map(
        ({ path: [name] }) => `${String(name)} must be a port: 0 to 65535, 0 for any`,
      ),
    ];
    fail(problems.join('\n'));
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'monban-sandbox-'));
  const started: { standIns?: StandIns; bot?: BotProcess } = {};
  try {
    await start(settings.data, args.includes('--open'), folder, started);
  } catch (thrown) {
    await stop(started, folder);
    fail(wordsFor(thrown));
  }
}

async function start(
  settings: z.infer<typeof settingsSchema>,
  open: boolean,
  folder: string,
  started: { standIns?: StandIns; bot?: BotProcess },
): Promise<void> {
  const standIns = await startStandIns({
    ports: {
      chat: settings.SANDBOX_CHAT_PORT,
      graph: settings.SANDBOX_GRAPH_PORT,
      entra: settings.SANDBOX_ENTRA_PORT,
    },
    clock: Date.now,
    clientSecret: randomBytes(24).toString('base64url'),
  });
  started.standIns = standIns;
  const bot = await startBotProcess({
    settings: {
      ...standIns.settings,
      ...(open ? openSettings : {}),
      MONBAN_PORT: String(settings.MONBAN_PORT),
    },
    folder,
    caPem: standIns.caPem,
    onError: (line) => process.stderr.write(`${line}\n`),
  });
  started.bot = bot;
  standIns.useBot(bot.url);
  let stopping = false;
  const stopAll = (): void => {
    if (stopping) return;
    stopping = true;
    void stop(started, folder);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopAll);
  void bot.ended.then((code) => {
    if (stopping) return;
    fail(`Monban ended by itself (${String(code)}).`);
    stopAll();
  });
  writeSettings(standIns, folder);
  process.stdout.write(greeting(standIns, bot, folder, open));
}

/**
 * Driven from outside, people who have nothing to do with one another tell their troubles in a few minutes: as many as
 * the setting takes have to be alike before that is an incident.
 */
const openSettings = { MONBAN_OPEN: 'true', MONBAN_INCIDENT_CASES: '1000' };

async function stop(started: { standIns?: StandIns; bot?: BotProcess }, folder: string): Promise<void> {
  await started.bot?.stop();
  // What Graph was asked for against its contract ends the run as a failure.
  await started.standIns?.close().catch((thrown: unknown) => {
    fail(wordsFor(thrown));
  });
  rmSync(folder, { recursive: true, force: true });
}

/** For the doctor and other commands: the settings by which Monban finds the sandbox, for as long as it runs. */
function writeSettings({ settings }: StandIns, folder: string): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(path.join(folder, 'sandbox.env'), lines.join(''), { mode: 0o600 });
}

function greeting(standIns: StandIns, bot: BotProcess, folder: string, open: boolean): string {
  return `
Monban's sandbox: the real bot, a simulated tenant; nothing leaves this machine.

bot: ${bot.url}
chat: ${standIns.chatUrl}
graph: ${standIns.graphUrl}
entra: ${standIns.entraUrl}

Open the chat address in a browser. On the left you are an employee: press the suggestion, answer the cards,
ask for a reset. On the right you are an administrator: approve it, open the card's link, and sign in as that
administrator (the sign-in's certificate is the sandbox's own: let the browser go on). ブラウザーで chat の URL を開いてください。
${open ? '\nOPEN: unauthenticated activities from this machine are taken. Never do this with a real tenant.\n' : ''}
The log: ${path.join(folder, 'monban.log')}
Its settings, for npm run doctor (docs/set-up.md): ${path.join(folder, 'sandbox.env')}
Stop with Ctrl-C.
`;
}

const takenPort = z.looseObject({ code: z.literal('EADDRINUSE'), port: z.number() });

function wordsFor(thrown: unknown): string {
  const taken = takenPort.safeParse(thrown).data;
  if (taken) {
    return `Port ${String(taken.port)} is in use. Stop what uses it, or choose other ports: SANDBOX_CHAT_PORT, SANDBOX_GRAPH_PORT, SANDBOX_ENTRA_PORT (0 takes any).`;
  }
  if (thrown instanceof Error) return thrown.message;
  throw thrown;
}

function fail(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
