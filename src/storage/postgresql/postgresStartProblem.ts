import { StartProblem } from '../../startProblem';
import { looksOf } from './postgresFaults';

type Why = ConstructorParameters<typeof StartProblem>[0];

const known = new Map<string, readonly [Why, string]>([
  ['28P01', ['database-forbidden', 'it refuses the user name or the password']],
  ['28000', ['database-forbidden', 'it does not let this user in from here']],
  ['42501', ['database-forbidden', 'this user may not make and change tables in the schema']],
  ['3D000', ['database-missing', 'it has no database of that name']],
  ['3F000', ['database-missing', 'the database has no schema to make tables in']],
  ['25006', ['database-forbidden', 'it is a read-only copy']],
  ['ECONNREFUSED', ['database-unreachable', 'nothing listens at that address']],
  ['ENOTFOUND', ['database-unreachable', 'there is no host of that name']],
  ['EAI_AGAIN', ['database-unreachable', 'the name of the host could not be looked up']],
  ['ETIMEDOUT', ['database-unreachable', 'it does not answer']],
  ['EHOSTUNREACH', ['database-unreachable', 'there is no way to that address']],
  ['ENETUNREACH', ['database-unreachable', 'there is no way to that address']],
  ['ECONNRESET', ['database-unreachable', 'it broke the connection off']],
  ['57P03', ['database-unreachable', 'it is being started or stopped']],
  ['53300', ['database-unreachable', 'it has no connection left to give']],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', ['database-unfit', 'its certificate is signed by itself']],
  ['SELF_SIGNED_CERT_IN_CHAIN', ['database-unfit', 'its certificate comes from an authority unknown here']],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ['database-unfit', 'its certificate comes from an authority unknown here'],
  ],
  ['ERR_TLS_CERT_ALTNAME_INVALID', ['database-unfit', 'its certificate is for another name']],
]);
const spoken: readonly (readonly [RegExp, Why, string])[] = [
  [/timeout/iu, 'database-unreachable', 'it does not answer'],
  [/does not support SSL/iu, 'database-unfit', 'it offers no encrypted connection'],
  [/password must be a string|no password/iu, 'database-forbidden', 'it asks for a password'],
  [/connection terminated/iu, 'database-unreachable', 'it broke the connection off'],
];

/** Why a server cannot be used, in words for the person who starts Monban, and without the password. */
export function postgresStartProblem(url: string, thrown: unknown): StartProblem | undefined {
  if (thrown instanceof StartProblem) return thrown;
  const found = knownReason(thrown) ?? knownReason(thrown instanceof Error ? thrown.cause : undefined);
  if (found === undefined) return undefined;
  const [code, reason] = found;
  return new StartProblem(
    code,
    `The database server ${placeOf(url)} cannot be used: ${reason} (MONBAN_DATABASE_URL).`,
    thrown,
  );
}

/** Host, port and database. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function knownReason(thrown: unknown): readonly [Why, string] | undefined {
  const { code, message } = looksOf(thrown);
  if (code !== undefined) return known.get(code);
  const found = spoken.find(([words]) => words.test(message));
  return found && [found[1], found[2]];
}
