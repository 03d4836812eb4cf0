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
const held = (requestId: string) => tokens.of(requestId)?.reveal();

test('a token is there for its own request only, for as many steps as that has', () => {
  tokens.put('one', token('secret'));
  expect([held('one'), held('one'), held('other')]).toEqual(['secret', 'secret', undefined]);
});

test('once it is forgotten, it is gone', () => {
  tokens.put('one', token('secret'));
  tokens.forget('one');
  expect(held('one')).toBeUndefined();
});

test('a second one replaces the first', () => {
  tokens.put('one', token('first'));
  tokens.put('one', token('second'));
  expect(held('one')).toBe('second');
});

test('one that ends within a minute counts as gone', () => {
  tokens.put('one', token('secret', 120_000));
  now += 59_999;
  const before = held('one');
  now += 1;
  expect([before, held('one')]).toEqual(['secret', undefined]);
});

test('more than a process should hold are refused aloud; those that ended make room', () => {
  tokens.put('one', token('1', 120_000));
  tokens.put('two', token('2'));
  expect(() => {
    tokens.put('three', token('3'));
  }).toThrow('too many');
  now += 120_000;
  tokens.put('three', token('3'));
  expect(held('three')).toBe('3');
});
