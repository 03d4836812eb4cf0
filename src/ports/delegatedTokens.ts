import type { Secret } from '../secret';

/** An approver's access token with just what one remedy needs. */
export interface DelegatedToken {
  readonly token: Secret;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * The tokens with which approved remedies run: the approver's own, so that Entra's role checks apply and its audit
 * names them. In the memory of the process that received them and nowhere else; a restart loses them, and the approver
 * is then asked once more.
 */
export interface DelegatedTokens {
  /** Keeps a request's token until its request is over; a second one replaces the first. */
  put(requestId: string, token: DelegatedToken): void;
  /** The token for the steps of this request's job, while it is still good. */
  of(requestId: string): Secret | undefined;
  /** Once nothing is left to do with it. */
  forget(requestId: string): void;
}
