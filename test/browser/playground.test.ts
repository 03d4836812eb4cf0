import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.resolve(__dirname, '../../scripts/playground.mjs');
const nobody = 'http://127.0.0.1:1';
const people = [
  { id: '1', upn: 'hanako@contoso.example', name: '佐藤 花子', roles: [] },
  { id: '2', upn: 'adele@contoso.example', name: 'Adele Vance', roles: ['Authentication Administrator'] },
];

/** Answers as the simulated Graph does for its people, and as a bot that takes activities (or does not). */
function startStandIn(botStatus: number): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const isPeople = request.url === '/sandbox/people';
    response.writeHead(isPeople ? 200 : botStatus, { 'content-type': 'application/json' });
    response.end(isPeople ? JSON.stringify({ tenantId: 't', botId: 'b', people }) : '');
  });
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve({ url: `http://127.0.0.1:${address.port}`, server });
    });
  });
}

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: unknown; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { env: { ...process.env, ...env } },
      (error, _stdout, stderr) => {
        resolve({ code: error?.code ?? 0, stderr });
      },
    );
  });
}

describe('npm run playground', () => {
  test('says what to start where no sandbox answers', async () => {
    const { code, stderr } = await run(['--graph', nobody]);
    expect([code, stderr]).toEqual([
      1,
      `No sandbox answers at ${nobody}. Start it first: npm start -- --open\n`,
    ]);
  });

  test('says so where the bot was not started open', async () => {
    const { url, server } = await startStandIn(401);
    const { code, stderr } = await run(['--graph', url, '--bot', url]);
    server.close();
    expect([code, stderr]).toEqual([1, expect.stringContaining('npm start -- --open')]);
  });

  test('says so where npx cannot fetch the Playground', async () => {
    const { url, server } = await startStandIn(400);
    const cache = await mkdtemp(path.join(tmpdir(), 'monban-npm-'));
    const unreachable = {
      npm_config_registry: nobody,
      npm_config_cache: cache,
      npm_config_fetch_retries: '0',
    };
    const { code, stderr } = await run(['--graph', url, '--bot', url], unreachable);
    server.close();
    await rm(cache, { recursive: true, force: true });
    expect([code, stderr]).toEqual([1, expect.stringContaining('npx could not fetch')]);
  });

  test('refuses an option that it does not know', async () => {
    expect(await run(['--nonsense'])).toMatchObject({ code: 2 });
  });
});
