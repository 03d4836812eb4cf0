import type { PassLocker } from '../../src/ports/passLocker';
import { createMemoryPassLocker } from '../../src/pages/memoryPassLocker';
import { Secret } from '../../src/secret';

let now: number;
let locker: PassLocker;

beforeEach(() => {
  now = 1_000_000;
  locker = createMemoryPassLocker({ clock: () => now, capacity: 3 });
});

const put = () =>
  locker.put(
    {
      requestId: 'request-1',
      viewerId: 'approver',
      value: new Secret('canary'),
      personName: 'Aoi',
      language: 'ja',
      lifetimeInMinutes: 60,
      isUsableOnce: true,
    },
    now + 1000,
  );

describe('the locker', () => {
  test('gives links of 256 random bits and keeps only their hash', () => {
    const token = put();
    expect([Buffer.from(token, 'base64url').length, new Set([token, put(), put()]).size]).toEqual([32, 3]);
  });

  test('says loudly that it is full, rather than dropping a pass, and has room again when passes end', () => {
    for (let count = 0; count < 3; count += 1) put();
    expect(() => put()).toThrow('full');
    now += 1000;
    expect(locker.has(put())).toBe(true);
  });

  test('keeps a pass to the last millisecond', () => {
    const token = put();
    now += 999;
    const before = locker.has(token);
    now += 1;
    expect([before, locker.has(token), locker.take(token)]).toEqual([true, false, undefined]);
  });
});
