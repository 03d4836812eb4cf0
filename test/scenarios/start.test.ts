import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { z } from 'zod/v4';

const root = path.resolve(__dirname, '../..');
const freePorts = {
  MONBAN_PORT: '0',
  SANDBOX_CHAT_PORT: '0',
  SANDBOX_GRAPH_PORT: '0',
  SANDBOX_ENTRA_PORT: '0',
};

interface Started {
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  readonly pid: number;
  signal(name: NodeJS.Signals): void;
  /** Waits until the output matches; fails with the output where the process ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Runs what `npm start` runs, with nothing of this machine's environment but the path. */
function start(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Started {
  const child = spawn(process.execPath, [path.join(root, 'dist/start.js'), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    output: () => output,
    ended,
    pid: child.pid ?? 0,
    signal: (name) => child.kill(name),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        listeners.push(look);
        look();
        void ended.then(() => {
          reject(new Error(output));
        });
      }),
  };
}

describe('npm start', () => {
  test('without a tenant starts the sandbox, prints its addresses, and Ctrl-C stops everything', async () => {
    const sandbox = start(freePorts);
    const [, bot = ''] = await sandbox.says(/^bot: (\S+)$/mu);
    for (const name of ['chat', 'graph', 'entra'])
      await sandbox.says(new RegExp(`^${name}: https?://\\S+$`, 'mu'));
    expect((await fetch(`${bot}/healthz`)).status).toBe(200);
    sandbox.signal('SIGINT');
    expect(await sandbox.ended).toBe(0);
    // Such as that SQLite is experimental, which older Nodes say.
    expect(sandbox.output()).not.toMatch(/\b\w*Warning: /u);
    await expect(fetch(`${bot}/healthz`)).rejects.toThrow();
  });

  test('takes no unauthenticated activity unless it was opened', async () => {
    const sandbox = start(freePorts);
    const [, bot = ''] = await sandbox.says(/^bot: (\S+)$/mu);
    const response = await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(401);
    sandbox.signal('SIGINT');
    await sandbox.ended;
  });

  test('says loudly that it was opened', async () => {
    const sandbox = start(freePorts, '--open');
    await sandbox.says(/^OPEN: unauthenticated activities from this machine are taken/mu);
    sandbox.signal('SIGINT');
    expect(await sandbox.ended).toBe(0);
  });

  test.each(['22.23.3', '20.20.2'])('on Node %s says which it needs, and nothing else', async (node) => {
    const older = { OLDER_NODE: node, NODE_OPTIONS: `--require ${path.join(__dirname, 'olderNode.cjs')}` };
    const refused = start({ ...freePorts, ...older });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe(`Monban needs Node 24, and this is v${node}: start it with npm start.\n`);
  });

  test('in production never starts a sandbox, and names all missing settings at once', async () => {
    const refused = start({ NODE_ENV: 'production' });
    expect(await refused.ended).toBe(1);
    for (const name of ['MONBAN_TENANT_ID', 'MONBAN_BOT_APP_ID', 'MONBAN_CLIENT_SECRET']) {
      expect(refused.output()).toContain(name);
    }
    expect(refused.output()).not.toContain('sandbox:');
  });

  test('with half a tenant names what is missing instead of starting the sandbox', async () => {
    const refused = start({ MONBAN_TENANT_ID: '0f8fad5b-d9cd-469f-a165-70867728950e' });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('MONBAN_BOT_APP_ID is missing');
  });

  test('refuses a word that it does not know', async () => {
    const refused = start(freePorts, '--opne');
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('--opne is not known');
  });

  test.each(['MONBAN_PORT', 'SANDBOX_CHAT_PORT', 'SANDBOX_GRAPH_PORT', 'SANDBOX_ENTRA_PORT'])(
    'says which port is in use where %s is taken, and leaves nothing running',
    async (setting) => {
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const { port } = z.object({ port: z.number() }).parse(taken.address());
      const refused = start({ ...freePorts, [setting]: String(port) });
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toContain(`Port ${String(port)}`);
      await new Promise((resolve) => taken.close(resolve));
    },
  );
});
