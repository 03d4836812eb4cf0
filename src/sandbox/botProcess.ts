import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod/v4';

/** The product's entry, built: the sandbox runs the very program that a tenant would run, as its settings name one. */
const monban = path.resolve(__dirname, '../../dist/start.js');

const logLine = z.looseObject({ level: z.number(), msg: z.string(), url: z.string().optional() });
const errorLevel = 50;

export interface BotProcess {
  readonly url: string;
  /** Resolves with the exit code, or the signal's name, when the process has ended. */
  readonly ended: Promise<number | string>;
  /** Asks it to stop and waits until it has; `kill` gives it no chance to finish anything. */
  stop(how?: 'stop' | 'kill'): Promise<void>;
  /** Asks what was loaded into the process beside the bot, over its channel. Monban itself listens to nothing there. */
  ask(question: string): Promise<unknown>;
}

/**
 * Starts Monban as a process of its own, which knows of the sandbox only through its settings.
 * @param options.folder where its database, its log and the sandbox's certificate authority lie
 * @throws Error with what it printed, where it ends before it listens
 */
export async function startBotProcess(options: {
  readonly settings: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly caPem: string;
  /** Another program than Monban's, and what Node is told before it. */
  readonly entry?: string;
  readonly nodeOptions?: readonly string[];
  /** Told of every error line, so that nobody has to look into a file to learn of one. */
  readonly onError?: (line: string) => void;
}): Promise<BotProcess> {
  const { caPem, entry = monban, folder, nodeOptions = [], settings } = options;
  const caFile = path.join(folder, 'sandbox-ca.pem');
  writeFileSync(caFile, caPem);
  const child = spawn(process.execPath, [...nodeOptions, entry], {
    env: {
      PATH: process.env['PATH'],
      MONBAN_DATABASE_FILE: path.join(folder, 'monban.sqlite'),
      ...settings,
      NODE_EXTRA_CA_CERTS: caFile,
    },
    // To the bot the channel carries nothing: it tells it when this process is gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? signal ?? 0);
    });
  });
  const url = await listening(child, ended, options);
  return {
    url,
    ended,
    ask: async (question) => {
      const answered: Promise<unknown[]> = once(child, 'message');
      child.send(question);
      return (await answered)[0];
    },
    stop: async (how = 'stop') => {
      child.kill(how === 'kill' ? 'SIGKILL' : 'SIGTERM');
      await ended;
    },
  };
}

/** Waits for the line that says where it listens, and keeps the log in a file from the first line on. */
function listening(
  child: ChildProcess,
  ended: Promise<number | string>,
  { folder, onError }: { folder: string; onError?: (line: string) => void },
): Promise<string> {
  const file = createWriteStream(path.join(folder, 'monban.log'), { flags: 'a' });
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    const { stderr, stdout } = child;
    if (stdout === null || stderr === null) throw new Error('the bot process has no output to read');
    createInterface({ input: stderr }).on('line', (line) => printed.push(line));
    createInterface({ input: stdout }).on('line', (line) => {
      file.write(`${line}\n`);
      const read = readLine(line);
      if (read?.msg === 'listening' && read.url !== undefined) resolve(read.url);
      if (read !== undefined && read.level >= errorLevel) onError?.(line);
    });
    void ended.then((code) => {
      file.end();
      reject(new Error(printed.join('\n') || `the bot ended with ${code}`));
    });
  });
}

function readLine(line: string): z.infer<typeof logLine> | undefined {
  if (!line.startsWith('{')) return undefined;
  return logLine.safeParse(JSON.parse(line)).data;
}
