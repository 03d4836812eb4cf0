import type { Secret } from '../secret';

/** An approver's access token with just what one remedy needs. */
export interface DelegatedToken {
  readonly token: Secret;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Whose token it is, and for what. */
export interface TokenOwner {
  readonly requestId: string;
  readonly approverId: string;
}

/**
 * The tokens with which approved remedies run: the approver's own, so that Entra's role checks apply and its audit
 * names them. In the memory of the process that received them and nowhere else; a restart loses them, and the approver
 * is then asked once more.
 */
export interface DelegatedTokens {
  /** Keeps a token until its request is over; a second one of the same owner replaces the first. */
  put(owner: TokenOwner, token: DelegatedToken): void;
  /** The token for the steps of this request's job, while it is still good. */
  of(owner: TokenOwner): Secret | undefined;
  /** Once nothing is left to do with it; without an approver, all of the request. */
  forget(owner: { readonly requestId: string; readonly approverId?: string | undefined }): void;
}
