import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Where new ids come from; tests pass their own. */
export interface Randomness {
  /** A new row's id. */
  id(): string;
  /** 256 bits that nobody can guess, safe in a card and in an address. */
  token(): string;
  /** A whole number from 0 on, below the given one. */
  below(end: number): number;
  /** A short number for people to say and type, such as `R-7K2M`. Not unique by itself: look before using it. */
  number(prefix: 'C' | 'R' | 'I', letters?: number): string;
}

/** No 0, O, 1, I or L: the number is read out on the phone. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The operating system's randomness. */
export const secureRandomness: Randomness = {
  id: () => randomUUID(),
  token: () => randomBytes(32).toString('base64url'),
  below: (end) => randomInt(end),
  number: (prefix, count = 4) =>
    `${prefix}-${Array.from({ length: count }, () => letters.charAt(randomInt(letters.length))).join('')}`,
};
