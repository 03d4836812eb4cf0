import { inspect } from 'node:util';

const redacted = '[secret]';

/**
 * A value that must never be printed: a Temporary Access Pass, a client secret, a token.
 * Every way in which JavaScript turns a value into text yields `[secret]`; only `reveal()` gives the value,
 * so that a search for `reveal(` finds each place that handles one (SECURITY S13).
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call it only where it leaves us for the one place that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return redacted;
  }

  toJSON(): string {
    return redacted;
  }

  [inspect.custom](): string {
    return redacted;
  }
}
