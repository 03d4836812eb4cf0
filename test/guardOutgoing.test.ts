import { createServer, get, type Server } from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { readConfig } from '../src/config';
import { guardOutgoing } from '../src/guardOutgoing';
import { outgoingHosts } from '../src/outgoingHosts';

const tenant = {
  MONBAN_TENANT_ID: '5a4db0c1-0000-4000-8000-000000000001',
  MONBAN_BOT_APP_ID: '5a4db0c1-0000-4000-8000-000000000002',
  MONBAN_PUBLIC_URL: 'https://monban.example.com',
};
const hosts = (settings: Readonly<Record<string, string>>, surroundings = {}) => {
  const read = readConfig({ MONBAN_CLIENT_SECRET: 'secret', ...tenant, ...settings });
  if (!read.ok) throw new Error(read.problems.join('; '));
  return [...outgoingHosts(read.config, surroundings)];
};

describe('the hosts that Monban may connect to', () => {
  test('are those of the addresses in its settings', () => {
    expect(hosts({ MONBAN_OTLP_URL: 'https://collector.example.com:4318' }).sort()).toEqual([
      'api.botframework.com',
      'collector.example.com',
      'graph.microsoft.com',
      'login.botframework.com',
      'login.microsoftonline.com',
      'monban.example.com',
      'smba.trafficmanager.net',
    ]);
  });

  test('include the database, without its password', () => {
    expect(hosts({ MONBAN_DATABASE_URL: 'postgres://monban:secret@db.example.com/monban' })).toContain(
      'db.example.com',
    );
  });

  test('include the ticket system', () => {
    const login = { MONBAN_TICKETS_USER: 'monban', MONBAN_TICKETS_SECRET: 'secret' };
    const system = { MONBAN_TICKETS: 'servicenow', MONBAN_TICKETS_URL: 'https://desk.example.com' };
    expect(hosts({ ...system, ...login })).toContain('desk.example.com');
  });

  test('include what MONBAN_MORE_HOSTS names, and the proxy of the surroundings', () => {
    const found = hosts(
      { MONBAN_MORE_HOSTS: 'Crl.Example.com' },
      { HTTPS_PROXY: 'http://proxy.example.com:8080' },
    );
    expect(found).toEqual(expect.arrayContaining(['crl.example.com', 'proxy.example.com']));
  });

  test('include where Azure tells a managed identity its token, only where there is one', () => {
    const identity = { MONBAN_CLIENT_SECRET: '', MONBAN_MANAGED_IDENTITY_CLIENT_ID: tenant.MONBAN_TENANT_ID };
    expect(hosts(identity)).toContain('169.254.169.254');
    expect(hosts({})).not.toContain('169.254.169.254');
  });
});

describe('a process that is guarded', () => {
  let server: Server;
  let port: number;
  let refused: string[];
  let unguard: () => void;
  beforeAll(async () => {
    server = createServer((_request, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    refused = [];
    unguard = guardOutgoing(new Set(['127.0.0.1']), (host) => refused.push(host));
  });
  afterEach(() => {
    unguard();
  });

  test('reaches a host that is allowed', async () => {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/`);
    expect(await answer.text()).toBe('here');
    expect(refused).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['fetch', () => fetch(`http://localhost:${String(port)}/`)],
    ['fetch to another address of this machine', () => fetch(`http://127.0.0.2:${String(port)}/`)],
    ['fetch over TLS', () => fetch(`https://localhost:${String(port)}/`)],
    [
      'http',
      () => new Promise((_resolve, reject) => get(`http://localhost:${String(port)}/`).on('error', reject)),
    ],
    ['a socket', () => failure(net.connect(port, 'localhost'))],
    ['a socket without a host, which is this machine', () => failure(net.connect(port))],
    ['a socket as database drivers open it', () => failure(new net.Socket().connect(port, 'LOCALHOST.'))],
    ['a socket over TLS', () => failure(tls.connect({ port, host: 'localhost' }))],
  ])('reaches no other host by %s', async (_way, connect) => {
    await expect(connect()).rejects.toThrow();
    expect(refused).toEqual([expect.stringMatching(/^(localhost|127\.0\.0\.2)$/u)]);
  });

  test('reaches everything again once the guard is gone', async () => {
    unguard();
    expect((await fetch(`http://localhost:${String(port)}/`)).ok).toBe(true);
  });
});

function failure(socket: net.Socket): Promise<never> {
  return new Promise((_resolve, reject) => socket.on('error', reject));
}
