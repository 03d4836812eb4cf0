import type { Case } from '../cases/case';
import type { Language } from '../cases/language';
import type { Person } from '../cases/person';
import type { RemedyChoices } from '../cases/remedyChoices';
import { laneOf, type RemedyKind } from '../cases/remedyPlan';
import { sameId } from '../cases/sameId';
import { openCase } from './openCase';
import type { RequestDeps } from './requestDeps';
import { requestJobKinds } from './requestJobs';
import { requestRemedy, type RequestOutcome } from './requestRemedy';

/** Somebody who asks for somebody else names them by what they type; whom that means is found on the server alone. */
export interface AnotherNamed {
  readonly userName: string;
  readonly remedy: RemedyKind;
  readonly askerId: string;
  /** Staff only. */
  readonly choices?: RemedyChoices | undefined;
}

/** Staff name a case or a request instead: whom that is about. */
export type NumberNamed = Omit<AnotherNamed, 'userName'> & { readonly number: string };

/**
 * A colleague asks. The answer is the same, word for word and step for step, whether there is such a person or not:
 * nothing is looked up before it is given, and what comes of it is told to the person concerned and to staff (SECURITY S20).
 */
export async function askForColleague(
  deps: Pick<RequestDeps, 'store' | 'clock' | 'approvals'>,
  named: AnotherNamed,
): Promise<'received' | 'tooManyRequests'> {
  const { limits } = deps.approvals.policy;
  const since = deps.clock() - limits.windowMinutes * 60_000;
  const askerId = named.askerId.toLowerCase();
  return deps.store.transaction(async (tx) => {
    if ((await tx.tallies.count('asked.by', askerId, since)) >= limits.requestsPerRequester)
      return 'tooManyRequests';
    await tx.tallies.add('asked.by', askerId);
    await tx.outbox.add({ kind: requestJobKinds.askForColleague, payload: { ...named, askerId } });
    await tx.audit.append({
      event: 'colleague.askedFor',
      actorId: askerId,
      detail: { remedy: named.remedy },
    });
    return 'received';
  });
}

/** Finds out whom a colleague meant, and asks for them. Nobody is told where there is no such person. */
export async function resolveColleague(deps: RequestDeps, named: AnotherNamed): Promise<void> {
  const outcome = await askFor(deps, named, 'colleague');
  if (outcome.ok) return;
  deps.log.info({ refusal: outcome.refusal }, 'what a colleague asked for was refused');
}

/** Staff ask for somebody who called them: they are told what comes of it. */
export function askForCaller(deps: RequestDeps, named: AnotherNamed): Promise<RequestOutcome> {
  return askFor(deps, named, 'staff');
}

/** Staff ask for whom a case or a request of theirs is about, such as to protect an account after "that was not me". */
export async function askForNumbered(deps: RequestDeps, named: NumberNamed): Promise<RequestOutcome> {
  const found = await deps.store.transaction(async (tx) => {
    const request = await tx.requests.findByNumber(named.number);
    return request === undefined ? tx.cases.findByNumber(named.number) : tx.cases.find(request.caseId);
  });
  const person = found === undefined ? undefined : await deps.directory.person(found.personId);
  return askForPerson(deps, named, { door: 'staff', person, caseId: openId(found) });
}

function openId(found: Case | undefined): string | undefined {
  return found === undefined || found.state === 'closed' ? undefined : found.id;
}

async function askFor(
  deps: RequestDeps,
  named: AnotherNamed,
  door: 'colleague' | 'staff',
): Promise<RequestOutcome> {
  return askForPerson(deps, named, { door, person: await deps.directory.personByUserName(named.userName) });
}

async function askForPerson(
  deps: RequestDeps,
  { askerId, choices = {}, remedy }: Omit<AnotherNamed, 'userName'>,
  meant: {
    readonly door: 'colleague' | 'staff';
    readonly person: Person | undefined;
    /** Where there is a case already that it belongs to. */
    readonly caseId?: string | undefined;
  },
): Promise<RequestOutcome> {
  const { door, person } = meant;
  // For oneself there is the conversation, with its questions and its phrase.
  if (person === undefined || sameId(person.id, askerId)) {
    await deps.store.transaction((tx) =>
      tx.audit.append({
        event: 'request.refused',
        actorId: askerId,
        detail: { refusal: 'unknownPerson', remedy, door },
      }),
    );
    return { ok: false, refusal: 'unknownPerson' };
  }
  const language: Language =
    person.preferredLanguage === undefined
      ? deps.staffLanguage
      : person.preferredLanguage.toLowerCase().startsWith('ja')
        ? 'ja'
        : 'en';
  const opening = { personId: person.id, openerId: askerId, language, findings: [] };
  // Whoever asks again, or whose asking came to no end, asks about the same case.
  const open = await deps.store.transaction((tx) => tx.requests.openFor(person.id, laneOf(remedy)));
  const caseId = meant.caseId ?? open?.caseId ?? (await openCase(deps, opening)).id;
  const parties = { personId: person.id, requesterId: askerId, openerId: askerId };
  return requestRemedy(deps, { ...choices, caseId, ...parties, door, remedy, language });
}
