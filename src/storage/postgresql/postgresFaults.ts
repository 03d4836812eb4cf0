import { Fault } from '../../faults';

/** SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html): what may pass when tried again. */
const passing = new Map([
  ['25006', 'the database is read-only'],
  ['25P03', 'the transaction waited too long'],
  ['40001', 'another transaction got in between'],
  ['40P01', 'two transactions waited for each other'],
  ['55P03', 'another process holds the row'],
  ['57014', 'the statement took too long'],
]);
/** The first two characters name a class. */
const passingClasses = new Map([
  ['08', 'the connection to the database broke'],
  ['53', 'the database server is full or out of connections'],
  ['57', 'the database server is being stopped or started'],
  ['58', 'the database server cannot read or write its disk'],
]);
const network: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];
/** What `pg` says without a code of its own. */
const spoken =
  /connection terminated|timeout (?:exceeded|expired)|not queryable|read timeout|client has encountered/iu;
const duplicate = '23505';

/** What PostgreSQL or the way there threw, as a Fault where the outside is to blame; anything else stays as it is. */
export function asStoreFault(thrown: unknown): unknown {
  const { code, message } = looksOf(thrown);
  if (code === duplicate) {
    return new Fault('store-conflict', 'somebody else added the same first', { cause: thrown });
  }
  const reason = whyNotNow(code, message);
  return reason === undefined
    ? thrown
    : new Fault('store-unavailable', reason, { retryable: true, cause: thrown });
}

function whyNotNow(code: string | undefined, message: string): string | undefined {
  if (code === undefined) return spoken.test(message) ? 'the connection to the database broke' : undefined;
  if (network.includes(code)) return 'the database server does not answer';
  return passing.get(code) ?? (code.length === 5 ? passingClasses.get(code.slice(0, 2)) : undefined);
}

/** By its looks, not by `instanceof Error`: under Jest a core module's errors are another realm's. */
export function looksOf(thrown: unknown): { readonly code: string | undefined; readonly message: string } {
  if (typeof thrown !== 'object' || thrown === null) return { code: undefined, message: '' };
  const { code, message }: { code?: unknown; message?: unknown } = thrown;
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : '',
  };
}
