import { pino } from 'pino';
import { createServer } from 'restify';
import { mountTicketHook } from '../../src/pages/ticketHook';
import { isSigned, sign } from '../../src/tickets/signature';

const secret = 'a-secret-of-the-tests-only';
const now = 1_800_000_000_000;
const body = JSON.stringify({ id: 'e1', case: 'C-7K2M', kind: 'commented' });

let close: () => void;
afterEach(() => {
  close();
});

/** The hook on a server of its own; what it took. */
async function hook() {
  const taken: unknown[] = [];
  const server = createServer({ name: '' });
  mountTicketHook({
    clock: () => now,
    log: pino({ level: 'silent' }),
    isSigned: (text, header, at) => isSigned(secret, text, header, at),
    take: (event) => {
      taken.push(event);
      return Promise.resolve('taken');
    },
  })(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  close = () => {
    server.server.closeAllConnections();
    server.close();
  };
  const url = `http://127.0.0.1:${String(server.address().port)}/hooks/tickets`;
  const send = async (text: string, signature: string) => {
    const headers = { 'content-type': 'application/json', 'x-monban-signature': signature };
    return (await fetch(url, { method: 'POST', headers, body: text })).status;
  };
  return { taken, send };
}

describe('the ticket system’s events over HTTP', () => {
  test('are taken where the very bytes are signed, just now', async () => {
    const { send, taken } = await hook();
    expect(await send(body, sign(secret, body, now))).toBe(204);
    expect(taken).toEqual([{ id: 'e1', case: 'C-7K2M', kind: 'commented' }]);
  });

  test.each([
    ['nobody signed', body, ''],
    ['somebody else signed', body, sign('another-secret', body, now)],
    ['were changed on the way', body.replace('7K2M', 'AAAA'), sign(secret, body, now)],
    ['are replayed later', body, sign(secret, body, now - 10 * 60_000)],
  ])('that %s are refused', async (_why, text, signature) => {
    const { send, taken } = await hook();
    expect(await send(text, signature)).toBe(401);
    expect(taken).toEqual([]);
  });

  test('that are no event are refused', async () => {
    const { send, taken } = await hook();
    const odd = '{"case":"C-7K2M","kind":"approve"}';
    expect(await send(odd, sign(secret, odd, now))).toBe(400);
    expect(taken).toEqual([]);
  });
});
