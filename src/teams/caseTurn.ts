import type { TurnContext } from 'botbuilder';
import type { Case } from '../cases/case';
import type { Language } from '../cases/language';
import { saidIn } from '../conversation/said';
import type { Speaker } from '../conversation/speaker';
import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { caseText } from '../text/caseText';
import { relayToPerson, relayToStaff } from '../usecases/relayMessage';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** The person's case that somebody of the staff has: then this chat is theirs, and the bot only passes on (SECURITY S27). */
export function ownedCaseOf({ store }: Deps, personId: string): Promise<Case | undefined> {
  return store.look(({ cases }) => cases.ownedOf(personId));
}

/** Passes on what the person wrote, and says nothing. */
export async function passToStaff(
  deps: Deps,
  context: TurnContext,
  speaker: Speaker,
  caseId: string,
  text: string,
): Promise<void> {
  await relayToStaff(deps, caseId, saidIn(context, speaker, text));
}

/** Passes on what staff wrote in a case's thread; where that cannot be, they are told why. Not known: the thread is no case's. */
export async function passToPerson(
  deps: Deps,
  context: TurnContext,
  speaker: Speaker,
  threadId: string,
  text: string,
  language: Language,
): Promise<{ readonly known: boolean; readonly words?: string | undefined }> {
  const { case: found, outcome } = await relayToPerson(deps, threadId, saidIn(context, speaker, text));
  const words = caseText[language];
  switch (outcome) {
    case 'passedOn':
      return { known: true };
    case 'unknownCase':
      return { known: false };
    case 'notTaken':
      return { known: true, words: words.claimFirst(found?.number ?? '') };
    case 'closed':
    case 'ownCase':
      return { known: true, words: words.refusal[outcome]('') };
  }
}
