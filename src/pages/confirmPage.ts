import type { Request, Response, Server } from 'restify';
import type { Logger } from 'pino';
import { whoDecided } from '../cards/whoDecided';
import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import { sameId } from '../cases/sameId';
import { isFault } from '../faults';
import type { Clock } from '../ports/clock';
import type { PassLocker } from '../ports/passLocker';
import type { SignedIn } from '../ports/signIn';
import { confirmText } from '../text/confirmText';
import { requestRefusalText } from '../text/requestRefusalText';
import type { ConfirmedOutcome } from '../usecases/confirmBySignIn';
import type { FoundConfirmation } from '../usecases/findConfirmation';
import { askToSignInPage, linkGonePage, notTakenPage, takenPage } from './confirmPageHtml';
import { browserLanguage, chosenLanguage, leadTo, sendPage, tokenOf } from './pageAnswers';
import { shownPage } from './passPageHtml';
import { isFromOwnPage } from './sameOrigin';
import { goesStraightOn } from './straightOn';
import {
  type CameBack,
  isBoundTo,
  rememberBrowser,
  type SignInFlowDeps,
  startSignIn,
  whoIs,
} from './signInFlow';

export interface ConfirmPageDeps extends SignInFlowDeps {
  readonly find: (token: string) => Promise<FoundConfirmation | undefined>;
  readonly confirm: (token: string, signedIn: SignedIn) => Promise<ConfirmedOutcome>;
  readonly requesterName: (request: RemedyRequest) => Promise<string | undefined>;
  /** What the approver's token has to allow; nothing where the bot acts in its own name. */
  readonly permissionsFor: (request: RemedyRequest) => readonly string[];
  readonly clock: Clock;
  readonly locker: PassLocker;
  /** Asked before a pass is shown, by its request: writes it down first. False: it must not be shown any more. */
  readonly mayShow: (requestId: string) => Promise<boolean>;
  readonly log: Logger;
}

/**
 * "Confirm that it is you": shows what it is about, sends the browser to the identity provider, and says what came of
 * it. Opening the link decides nothing, because mail scanners and previews open links too.
 */
export function mountConfirmPage(deps: ConfirmPageDeps): (server: Server) => void {
  return (server) => {
    server.get('/confirm/:token', async (request: Request, response: Response) => {
      await show(deps, request, response);
    });
    server.post('/confirm/:token', async (request: Request, response: Response) => {
      await press(deps, request, response);
    });
  };
}

async function show(deps: ConfirmPageDeps, request: Request, response: Response): Promise<void> {
  const found = await deps.find(tokenOf(request));
  const language = languageFor(request, found);
  if (found === undefined) {
    sendPage(response, 410, linkGonePage(language));
    return;
  }
  const requesterName = await requesterNameOf(deps, found.request);
  if (found.open && goesStraightOn(request)) {
    await beginSignIn(deps, request, response, found);
  } else if (found.open) {
    sendPage(response, 200, askToSignInPage(language, { ...found, requesterName }));
  } else if (found.pending.usedAt !== undefined && isTheirs(deps, request, found)) {
    sendPage(response, 200, takenPage(language, { ...found, requesterName }, passFor(deps, found)));
  } else {
    sendPage(response, 410, linkGonePage(language));
  }
}

async function press(deps: ConfirmPageDeps, request: Request, response: Response): Promise<void> {
  const token = tokenOf(request);
  const found = await deps.find(token);
  const language = languageFor(request, found);
  if (!isFromOwnPage(request.headers)) {
    sendPage(response, 403, notTakenPage(language, confirmText[language].ownPageOnly, undefined));
  } else if (found !== undefined && wantsPass(request)) {
    await showPass(deps, request, response, found);
  } else if (found?.open === true) {
    await beginSignIn(deps, request, response, found);
  } else {
    sendPage(response, 410, linkGonePage(language));
  }
}

async function beginSignIn(
  deps: ConfirmPageDeps,
  request: Request,
  response: Response,
  found: FoundConfirmation,
): Promise<void> {
  const language = languageFor(request, found);
  await startSignIn(deps, request, response, {
    purpose: { kind: 'confirm', token: tokenOf(request) },
    boundTo: boundTo(found.request),
    permissions: permissionsOf(deps, found),
    language,
  }).catch((thrown: unknown) => {
    notAnswering(deps, response, language, thrown);
  });
}

/** Goes on where the identity provider sent the browser back to. */
export async function confirmedPage(
  deps: ConfirmPageDeps,
  request: Request,
  response: Response,
  back: NonNullable<CameBack>,
): Promise<void> {
  const { token } = back.purpose;
  const again = `/confirm/${token}`;
  const found = await deps.find(token);
  const language = languageFor(request, found);
  const text = confirmText[language];
  if (back.signedIn === undefined) {
    sendPage(response, 403, notTakenPage(language, text.notSignedIn, again));
    return;
  }
  if (found === undefined || !isBoundTo(back, boundTo(found.request))) {
    sendPage(response, 410, linkGonePage(language));
    return;
  }
  const outcome = await deps.confirm(token, back.signedIn).catch((thrown: unknown) => {
    notAnswering(deps, response, language, thrown);
    return undefined;
  });
  switch (outcome?.kind) {
    case undefined:
      return;
    case 'taken':
      leadTo(response, again, [rememberBrowser(deps, back.signedIn)]);
      return;
    case 'gone':
      sendPage(response, 410, linkGonePage(language));
      return;
    case 'otherPerson':
      sendPage(response, 403, notTakenPage(language, text.otherPerson, again));
      return;
    case 'stale':
      sendPage(response, 403, notTakenPage(language, text.notSignedIn, again));
      return;
    case 'refused': {
      const { refusal, request: known } = outcome;
      const late = refusal === 'alreadyDecided' ? known?.decision : undefined;
      const words = [requestRefusalText[language][refusal]];
      if (late !== undefined) words.push(whoDecided(late, deps.clock(), language));
      sendPage(response, 409, notTakenPage(language, words.join(' '), undefined));
    }
  }
}

async function showPass(
  deps: ConfirmPageDeps,
  request: Request,
  response: Response,
  found: FoundConfirmation,
): Promise<void> {
  const language = languageFor(request, found);
  const viewer = { requestId: found.request.id, viewerId: found.pending.personId };
  const pass = isTheirs(deps, request, found) ? deps.locker.takeFor(viewer) : undefined;
  if (pass === undefined || !(await deps.mayShow(pass.requestId))) {
    sendPage(response, 410, linkGonePage(language));
    return;
  }
  sendPage(response, 200, shownPage(language, pass));
}

/** Whether the browser's reader is the one whom the link is for, by a sign-in a moment ago. */
function isTheirs(deps: ConfirmPageDeps, request: Request, { pending }: FoundConfirmation): boolean {
  const reader = whoIs(deps, request);
  return reader !== undefined && sameId(reader, pending.personId);
}

/** The nonce of the sign-in holds these: for another request or another plan it does not count (SECURITY S7, S12). */
function boundTo({ digest, id }: RemedyRequest): readonly string[] {
  return [id, digest];
}

function permissionsOf(deps: ConfirmPageDeps, { pending, request }: FoundConfirmation): readonly string[] {
  const { act } = pending;
  const runs = act.kind === 'again' || (act.kind === 'decide' && act.decision === 'approved');
  return runs ? deps.permissionsFor(request) : [];
}

function passFor(
  deps: ConfirmPageDeps,
  { pending, request }: FoundConfirmation,
): 'none' | 'comes' | 'waits' | 'elsewhere' {
  const approved =
    pending.act.kind === 'again' || (pending.act.kind === 'decide' && pending.act.decision === 'approved');
  if (request.plan.remedy !== 'issue-temporary-access-pass' || !approved) return 'none';
  if (request.plan.shownTo === 'person') return 'elsewhere';
  if (deps.locker.waitsFor({ requestId: request.id, viewerId: pending.personId })) return 'waits';
  const underWay = request.state === 'approved' || request.state === 'claimed' || request.state === 'running';
  const theirs = request.decision !== undefined && sameId(request.decision.approverId, pending.personId);
  return underWay && theirs ? 'comes' : 'none';
}

function wantsPass(request: Request): boolean {
  return new URLSearchParams(request.getQuery()).get('show') === 'pass';
}

function languageFor(request: Request, found: FoundConfirmation | undefined): Language {
  return chosenLanguage(request) ?? found?.pending.language ?? browserLanguage(request);
}

/** A name is a courtesy: without it the page still says all that decides. */
function requesterNameOf(deps: ConfirmPageDeps, request: RemedyRequest): Promise<string | undefined> {
  return deps.requesterName(request).catch((thrown: unknown) => {
    if (!isFault(thrown)) throw thrown;
    deps.log.warn({ fault: thrown.code }, 'the requester’s name could not be read');
    return undefined;
  });
}

function notAnswering(deps: ConfirmPageDeps, response: Response, language: Language, thrown: unknown): void {
  if (!isFault(thrown) || !/^(graph|entra)-/u.test(thrown.code)) throw thrown;
  deps.log.warn({ fault: thrown.code, reason: thrown.message }, 'a sign-in could not be checked');
  sendPage(response, 503, notTakenPage(language, confirmText[language].notAnswering, undefined));
}
