import { fail, stopWhenNobodyReads } from '../../commands/commandOutput';
import { readOptions } from '../../commands/readOptions';

/** How large a bench is: each of its numbers, and the word that makes it short. */
type Sizes<Name extends string> = Readonly<Record<Name, { readonly long: number; readonly short: number }>>;

/**
 * Runs a bench by its command line: `--short`, or its numbers one by one, such as `--people 1000`.
 * What it throws is said in words, and it ends with 1.
 */
export function runBench<Name extends string>(
  name: string,
  sizes: Sizes<Name>,
  bench: (
    size: Readonly<Record<Name, number>>,
    more: { readonly profile?: string | undefined },
  ) => Promise<void>,
): void {
  stopWhenNobodyReads();
  const names = Object.keys(sizes).filter((key): key is Name => key in sizes);
  const numbers = names.map((key) => `[--${key} ${String(sizes[key].long)}]`).join(' ');
  const usage = `npm run -s bench:${name} -- [--short] ${numbers} [--profile FOLDER]`;
  const options = Object.fromEntries(names.map((key) => [key, { type: 'string' as const }]));
  const given = readOptions(
    process.argv.slice(2),
    { short: { type: 'boolean' as const }, profile: { type: 'string' as const }, ...options },
    usage,
  );
  if ('problem' in given) {
    fail(given.problem);
    return;
  }
  const { profile, short, ...values } = given.values;
  const read: Readonly<Record<string, unknown>> = values;
  const size = Object.fromEntries(
    names.map((key) => [key, Number(read[key] ?? sizes[key][short === true ? 'short' : 'long'])]),
  );
  if (!isComplete(size, names)) {
    fail(`Each of the numbers is a whole one from 1. Usage: ${usage}`);
    return;
  }
  bench(size, { profile }).catch((thrown: unknown) => {
    fail(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  });
}

function isComplete<Name extends string>(
  size: Readonly<Record<string, number>>,
  names: readonly Name[],
): size is Readonly<Record<Name, number>> {
  return names.every((name) => Number.isInteger(size[name]) && (size[name] ?? 0) > 0);
}
