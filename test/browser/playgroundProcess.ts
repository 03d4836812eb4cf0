import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { noteLeaks } from '../canary/canary';

const script = path.resolve(__dirname, '../../scripts/playground.mjs');
const fetchLimit = 60_000;
/** Below the ports that systems hand out by themselves, so that nobody gets ours between the look and the start. */
const firstPort = 20_000;
const portsApart = 2;
const attempts = 50;

/** Microsoft's Agents Playground, running with one window as an employee and one as an admin. */
interface Playground {
  /** Resolves with the windows' addresses once both answer. */
  readonly ready: Promise<{ readonly employee: string; readonly admin: string }>;
  /** Ends both windows' processes and waits until they have. */
  close(): Promise<void>;
}

/** Says so where the tests with the Playground are left out because npx cannot fetch or run it in time, in CI too. */
export function playgroundTestsRun(what: string): boolean {
  const { error, status } = spawnSync(process.execPath, [script, '--fetch'], {
    timeout: fetchLimit,
    env: { ...process.env, npm_config_fetch_retries: '0' },
  });
  // Stopped at the limit it ends in good order, with status 0 too.
  const run = error === undefined && status === 0;
  if (!run) process.stdout.write(`left out, npx cannot fetch Microsoft's Agents Playground: ${what}\n`);
  return run;
}

/** Starts what `npm run playground` starts, for people of the sandbox by their user principal names. */
export async function startPlayground(seats: {
  readonly bot: string;
  readonly graph: string;
  readonly employee: string;
  readonly admin: string;
}): Promise<Playground> {
  const port = await freePair();
  const args = Object.entries({ ...seats, port: String(port) }).flatMap(([name, value]) => [
    `--${name}`,
    value,
  ]);
  // Over the channel the script learns when this process is gone, however it went.
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let printed = '';
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const ready = new Promise<{ employee: string; admin: string }>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString('utf8');
        const employee = /^employee: (\S+)/mu.exec(printed)?.[1];
        const admin = /^admin: (\S+)/mu.exec(printed)?.[1];
        if (employee !== undefined && admin !== undefined) resolve({ employee, admin });
      });
    }
    void ended.then(() => {
      reject(new Error(`the Playground did not start: ${printed}`));
    });
  });
  return {
    ready,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      noteLeaks({ playground: printed });
    },
  };
}

/** The script gives its second window the port after the first one's, so both have to be free. */
async function freePair(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const port = firstPort + ((process.pid + attempt) % 5000) * portsApart;
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error('no two free ports one after the other');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, () =>
      server.close(() => {
        resolve(true);
      }),
    );
  });
}
