import { Pool, TypeOverrides, type PoolConfig } from 'pg';
import type { Logger } from 'pino';

/** How many connections to the server one instance holds at most. */
const connections = 10;
/** How long the server may keep us waiting before a turn is better told that it failed. */
const patienceMs = 10_000;

export interface ServerAddress {
  readonly url: string;
  readonly password?: (() => Promise<string>) | undefined;
}

/** The number of PostgreSQL's bigint in its catalogue of types. */
const bigint = 20;

/**
 * Opens a pool of connections. The server ends what an instance that was cut off left open: its locks would otherwise
 * stop all the others for hours.
 */
export function openPool(server: ServerAddress, log?: Logger): Pool {
  const types = new TypeOverrides();
  types.setTypeParser(bigint, safeNumber);
  const options: PoolConfig & { readonly pipeline: boolean } = {
    ...addressOf(server),
    max: connections,
    application_name: 'monban',
    connectionTimeoutMillis: patienceMs,
    statement_timeout: 3 * patienceMs,
    lock_timeout: 2 * patienceMs,
    idle_in_transaction_session_timeout: patienceMs,
    keepAlive: true,
    // A transaction's beginning goes along with what it reads first (deferredBegin.ts).
    pipeline: true,
    types,
  };
  const pool = new Pool(options);
  // Without a listener the process would end where a connection breaks: idle ones, and those that wait for our next query.
  pool.on('error', (err) => log?.warn({ err }, 'a connection to the database broke'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Times and counts are bigint, which `pg` would give as text. */
function safeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a stored number is too large');
  return value;
}

/** The driver lets an address win over everything beside it, an empty password over a function too: so it is taken apart. */
function addressOf({ url, password }: ServerAddress): PoolConfig {
  if (password === undefined) return { connectionString: url };
  const { hostname, port, username, pathname, searchParams } = new URL(url);
  return {
    host: hostname,
    port: port === '' ? 5432 : Number(port),
    user: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
    password,
    ssl: searchParams.get('sslmode') === 'verify-full',
  };
}
