import { createServer, type AddressInfo, type Socket } from 'node:net';
import { openPool } from '../../src/storage/postgresql/openPool';

/** As much of a PostgreSQL server as asks for a password and hears it. */
async function startListener(heard: string[]) {
  const askForPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
  const answer = (socket: Socket) => (message: Buffer) => {
    if (message[0] === 0x70) {
      heard.push(message.subarray(5, -1).toString('utf8'));
      socket.end();
    } else socket.write(askForPassword);
  };
  const server = createServer((socket) => socket.on('data', answer(socket)).on('error', () => undefined));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `postgres://monban-identity@127.0.0.1:${port}/monban`, server };
}

describe('a database that takes tokens in the place of a password', () => {
  test('gets a fresh one at each new connection', async () => {
    const heard: string[] = [];
    const { url, server } = await startListener(heard);
    let asked = 0;
    const pool = openPool({ url, password: () => Promise.resolve(`token-${(asked += 1)}`) });
    await expect(pool.query('select 1')).rejects.toThrow();
    await expect(pool.query('select 1')).rejects.toThrow();
    await pool.end();
    server.close();
    expect(heard).toEqual(['token-1', 'token-2']);
  });
});
