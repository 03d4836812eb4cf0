import type { Language } from '../cases/language';
import type { Secret } from '../secret';

/** A sign-in that the server asks for. `state`, `nonce` and `verifier` are made anew for each and known to nobody else. */
export interface SignInAsked {
  readonly state: string;
  /** Comes back inside the signed token: what this sign-in is for. */
  readonly nonce: string;
  /** The secret half of PKCE. */
  readonly verifier: Secret;
  /** What the person lets the app do for them, in the names of Microsoft Graph; nothing where empty. */
  readonly permissions: readonly string[];
  /** An authentication context that has to be met, such as `c1`. */
  readonly authContext?: string | undefined;
  readonly language: Language;
}

/** Who signed in, by the provider's signed word. */
export interface SignedIn {
  /** The object id, in lower case. */
  readonly oid: string;
  /** Epoch milliseconds. */
  readonly authTime: number;
  readonly authContexts: readonly string[];
  /** There where permissions were asked for. */
  readonly access?: { readonly token: Secret; readonly expiresAt: number } | undefined;
}

/** Signs people in with the organisation's identity provider. Throws `entra-*` faults where it does not answer. */
export interface SignIn {
  /** The provider's address to send the browser to. */
  address(asked: SignInAsked): Promise<string>;
  /** Makes the code that came back into who signed in; undefined where code or token are not good. */
  finish(asked: SignInAsked, code: string): Promise<SignedIn | undefined>;
}
