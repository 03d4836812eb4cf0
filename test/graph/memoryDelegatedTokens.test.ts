import { createMemoryDelegatedTokens } from '../../src/graph/memoryDelegatedTokens';
import type { DelegatedTokens } from '../../src/ports/delegatedTokens';
import { Secret } from '../../src/secret';

/** Approvers' tokens, held in memory for the one request that each was given for. */
let now: number;
let tokens: DelegatedTokens;
beforeEach(() => {
  now = 1_000_000;
  tokens = createMemoryDelegatedTokens({ clock: () => now, capacity: 2 });
});
const token = (value: string, lastsMs = 3_600_000) => ({
  token: new Secret(value),
  expiresAt: now + lastsMs,
});
const owner = (requestId: string, approverId = 'ada') => ({ requestId, approverId });
const held = (requestId: string, approverId = 'ada') => tokens.of(owner(requestId, approverId))?.reveal();

test('a token is there for its own request only, for as many steps as that has', () => {
  tokens.put(owner('one'), token('secret'));
  expect([held('one'), held('one'), held('other'), held('one', 'ben')]).toEqual([
    'secret',
    'secret',
    undefined,
    undefined,
  ]);
});

test('once it is forgotten, it is gone', () => {
  tokens.put(owner('one'), token('secret'));
  tokens.forget({ requestId: 'one' });
  expect(held('one')).toBeUndefined();
});

test('a second one replaces the first', () => {
  tokens.put(owner('one'), token('first'));
  tokens.put(owner('one'), token('second'));
  expect(held('one')).toBe('second');
});

test('one that ends within a minute counts as gone', () => {
  tokens.put(owner('one'), token('secret', 120_000));
  now += 59_999;
  const before = held('one');
  now += 1;
  expect([before, held('one')]).toEqual(['secret', undefined]);
});

test('more than a process should hold are refused aloud; those that ended make room', () => {
  tokens.put(owner('one'), token('1', 120_000));
  tokens.put(owner('two'), token('2'));
  expect(() => {
    tokens.put(owner('three'), token('3'));
  }).toThrow('too many');
  now += 120_000;
  tokens.put(owner('three'), token('3'));
  expect(held('three')).toBe('3');
});

test('one approver’s can go while another’s stays', () => {
  tokens.put(owner('one'), token('ada'));
  tokens.put(owner('one', 'ben'), token('ben'));
  tokens.forget(owner('one'));
  expect([held('one'), held('one', 'ben')]).toEqual([undefined, 'ben']);
});
