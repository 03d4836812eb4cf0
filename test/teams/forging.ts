import fc from 'fast-check';
import { z } from 'zod/v4';

/** A button as it comes from Teams. */
export const pressed = (verb: string, data: unknown) => ({
  action: { type: 'Action.Execute', verb, data },
  trigger: 'manual',
});

export const verbs = [
  ...[
    'request/approve',
    'request/deny',
    'request/prove',
    'request/vouch',
    'request/vouchNot',
    'request/view',
  ],
  ...['request/notMe', 'remedy/request', 'triage/answer', 'triage/back', 'triage/restart', 'triage/person'],
  ...['triage/helped', 'triage/forget', 'case/claim', 'case/handOn', 'case/resolve', 'recovery/look'],
] as const;
/** What the public sample of an approval bot believes: who approves, what, and how far it is. */
const claims = [
  'approverIds',
  'approverId',
  'from',
  'role',
  'isAdmin',
  'status',
  'state',
  'requestId',
  'personId',
  'target',
  'plan',
  'confirmation',
];

const junk = fc.oneof(
  { weight: 6, arbitrary: fc.string() },
  { weight: 4, arbitrary: fc.anything({ withNullPrototype: false, maxDepth: 2 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('taro', 'approved', 'manual', '${token}', -1, true, null),
  },
  { weight: 2, arbitrary: fc.array(fc.string(), { maxLength: 3 }) },
);
/** Rare: each is as long as nothing that Teams would let through. */
const megabyte = fc.nat({ max: 1_000 }).map((length) => 'あ'.repeat(1_048_576 + length));
const known = ['token', 'reason', 'proof', 'phrase', 'finding', 'findings', 'value', 'case', 'to', 'remedy'];
const field = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...known) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...claims, 'toString', 'constructor', 'prototype'),
  },
  { weight: 2, arbitrary: fc.constantFrom('__proto__', 'action', 'verb', 'data', 'trigger') },
  fc.string(),
);
/** What somebody's own client may change. */
export const changes = fc.array(
  fc.tuple(field, fc.oneof({ weight: 300, arbitrary: junk }, { weight: 1, arbitrary: megabyte })),
  { minLength: 1, maxLength: 4 },
);
/** In what is sent: the inputs and the card's own data, the action around them, or all of it. */
export const where = fc.constantFrom('data', 'data', 'data', 'data', 'action', 'value', 'instead');

export type Where = 'data' | 'action' | 'value' | 'instead';

/** By way of JSON, as it comes over the wire: `__proto__` is a key like any other then. */
export function forged(
  verb: string,
  base: object,
  at: Where,
  changed: readonly (readonly [string, unknown])[],
): unknown {
  const entries = changed.map(([key, value]) => [key, wired(value)] as const);
  const added = (to: object) => ownKeys([...Object.entries(to), ...entries]);
  const whole = pressed(verb, base);
  if (at === 'instead') return pressed(verb, entries[0]?.[1]);
  if (at === 'value') return added({ ...whole });
  return at === 'action'
    ? { ...whole, action: added(whole.action) }
    : { ...whole, action: { ...whole.action, data: added(base) } };
}

function wired(value: unknown): unknown {
  const plain = (_key: string, one: unknown) => (typeof one === 'bigint' ? one.toString() : one);
  return z.array(z.unknown()).parse(JSON.parse(JSON.stringify([value], plain)))[0];
}

function ownKeys(entries: readonly (readonly [string, unknown])[]): unknown {
  const text = entries
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value ?? null)}`)
    .join();
  const read: unknown = JSON.parse(`{${text}}`);
  return read;
}
