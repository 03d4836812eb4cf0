import { createHash } from 'node:crypto';
import type { Request, Response } from 'restify';
import type { Language } from '../cases/language';
import type { SignedIn, SignIn } from '../ports/signIn';
import { Secret } from '../secret';
import { newSecret, type BrowserSignIns, type SignInPurpose } from './browserSignIns';
import { cookie, cookieOf, sendPage } from './pageAnswers';
import { leavingPage } from './confirmPageHtml';

const beganCookie = 'monban-sign-in';
const signedInCookie = 'monban-signed-in';

export interface SignInFlowDeps {
  readonly signIn: SignIn;
  readonly signIns: BrowserSignIns;
  /** Our pages are reached over https: then cookies travel over it only. */
  readonly isSecure: boolean;
  /** An authentication context that every sign-in has to meet, where the tenant has one for this. */
  readonly authContext: string | undefined;
}

/** Sends a browser to the identity provider. What comes back is good for this browser and this purpose only. */
export async function startSignIn(
  deps: SignInFlowDeps,
  request: Request,
  response: Response,
  wish: {
    readonly purpose: SignInPurpose;
    /** What the sign-in is bound to, such as a request and its digest. */
    readonly boundTo: readonly string[];
    readonly permissions: readonly string[];
    readonly language: Language;
  },
): Promise<void> {
  const browser = cookieOf(request, beganCookie, deps.isSecure) || newSecret();
  const salt = newSecret();
  const asked = {
    state: newSecret(),
    nonce: nonceOf(salt, wish.boundTo),
    verifier: new Secret(newSecret()),
    permissions: wish.permissions,
    authContext: deps.authContext,
    language: wish.language,
  };
  const address = await deps.signIn.address(asked);
  deps.signIns.begin(browser, { asked, purpose: wish.purpose, salt });
  // A page that leads on, and no redirect: a form's redirect to wherever people sign in would need every such address
  // in the policy of our pages.
  sendPage(response, 200, leavingPage(wish.language, address), [cookie(beganCookie, browser, deps.isSecure)]);
}

/** A sign-in that came back: what it was for, and who signed in; `nobody` where code or token were not good. */
export type CameBack =
  | {
      readonly purpose: SignInPurpose;
      readonly salt: string;
      readonly nonce: string;
      readonly signedIn: SignedIn;
    }
  | { readonly purpose: SignInPurpose; readonly signedIn?: undefined }
  | undefined;

/** Takes back a browser from the identity provider. Undefined: not a sign-in that this browser has begun here. */
export async function finishSignIn(deps: SignInFlowDeps, request: Request): Promise<CameBack> {
  const query = new URLSearchParams(request.getQuery());
  const browser = cookieOf(request, beganCookie, deps.isSecure);
  const begun = deps.signIns.take(browser, query.get('state') ?? '');
  if (begun === undefined) return undefined;
  const code = query.get('code');
  const { asked, purpose, salt } = begun;
  const signedIn = code === null ? undefined : await deps.signIn.finish(asked, code);
  return signedIn === undefined ? { purpose } : { purpose, salt, nonce: asked.nonce, signedIn };
}

/** Whether a sign-in was made for exactly this. */
export function isBoundTo(
  back: { readonly salt: string; readonly nonce: string },
  boundTo: readonly string[],
): boolean {
  return nonceOf(back.salt, boundTo) === back.nonce;
}

/** The cookie by which a browser that has signed in is known for a quarter of an hour. */
export function rememberBrowser(deps: SignInFlowDeps, signedIn: SignedIn): string {
  return cookie(signedInCookie, deps.signIns.remember(signedIn), deps.isSecure);
}

/** Who has signed in with this browser a moment ago, by object id. */
export function whoIs(deps: SignInFlowDeps, request: Request): string | undefined {
  return deps.signIns.whoIs(cookieOf(request, signedInCookie, deps.isSecure))?.oid;
}

function nonceOf(salt: string, boundTo: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([salt, ...boundTo]))
    .digest('base64url');
}
