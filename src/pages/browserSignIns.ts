import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock';
import type { SignedIn, SignInAsked } from '../ports/signIn';

/** A sign-in under way: which browser began it, what was asked, and what for. */
export interface SignInUnderWay {
  readonly asked: SignInAsked;
  readonly purpose: SignInPurpose;
  /** What the nonce was made of, next to what the sign-in is for. */
  readonly salt: string;
}

/** What a sign-in leads on to, by the secret of the link that was opened. */
export interface SignInPurpose {
  readonly kind: 'confirm' | 'pass';
  readonly token: string;
}

/** Who has signed in with this browser a moment ago. */
export interface SignedInBrowser {
  readonly oid: string;
}

/** Sign-ins under way, and browsers that have signed in: in memory, each for a few minutes, bound to a cookie's secret. */
export interface BrowserSignIns {
  begin(browser: string, underWay: SignInUnderWay): void;
  /** Gives a sign-in to the browser that began it, once. Another browser gets nothing, and takes nothing away. */
  take(browser: string, state: string): SignInUnderWay | undefined;
  /** Remembers who signed in; gives the cookie's new secret. */
  remember(signedIn: Pick<SignedIn, 'oid'>): string;
  whoIs(browser: string): SignedInBrowser | undefined;
}

const underWayMs = 10 * 60_000;
const signedInMs = 15 * 60_000;
/** What a flood of opened pages may take of the memory; the oldest go first. */
const mostKept = 1000;

export function createBrowserSignIns(deps: { clock: Clock }): BrowserSignIns {
  const underWay = new Map<
    string,
    SignInUnderWay & { readonly browserHash: string; readonly until: number }
  >();
  const signedIn = new Map<string, SignedInBrowser & { readonly until: number }>();

  function tidy<Value extends { readonly until: number }>(kept: Map<string, Value>): void {
    const now = deps.clock();
    for (const [key, { until }] of kept) if (until <= now || kept.size > mostKept) kept.delete(key);
  }

  return {
    begin(browser, begun) {
      tidy(underWay);
      const until = deps.clock() + underWayMs;
      underWay.set(begun.asked.state, { ...begun, browserHash: hashOf(browser), until });
    },
    take(browser, state) {
      tidy(underWay);
      const found = underWay.get(state);
      if (found?.browserHash !== hashOf(browser)) return undefined;
      underWay.delete(state);
      return found;
    },
    remember({ oid }) {
      tidy(signedIn);
      const browser = newSecret();
      signedIn.set(hashOf(browser), { oid: oid.toLowerCase(), until: deps.clock() + signedInMs });
      return browser;
    },
    whoIs(browser) {
      tidy(signedIn);
      return signedIn.get(hashOf(browser));
    },
  };
}

/** 256 bits that nobody can guess. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
