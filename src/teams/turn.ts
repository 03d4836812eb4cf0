import type { Storage, StoreItems, TurnContext } from 'botbuilder';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import type { Logger } from 'pino';
import type { Language } from '../cases/language';
import type { Speaker } from '../conversation/speaker';
import type { TriageTurn } from '../conversation/triageDialog';
import type { Clock } from '../ports/clock';
import type { ConversationAddress } from '../ports/messenger';
import type { InHand } from '../ports/inbox';
import type { Store } from '../ports/store';
import type { Knowledge } from '../triage/knowledge';
import type { RequestDeps } from '../usecases/requestDeps';
import type { ActivitiesInHand } from './activityInHand';
import type { ConfirmLinks } from './answerConfirm';
import type { SpeakingStaff } from './handleCaseCommand';
import type { RunTriage } from './runTriage';

/** Where the bot's state is kept, and with it that an activity is done. */
type StateStorage = Storage & { write(changes: StoreItems, finished?: InHand): Promise<void> };

export interface BotAppDeps extends ConfirmLinks {
  readonly storage: StateStorage;
  readonly inHand: ActivitiesInHand;
  readonly store: Store;
  readonly clock: Clock;
  readonly requests: RequestDeps;
  readonly runTriage: RunTriage;
  readonly staffChannel: ConversationAddress | undefined;
  readonly knowledge: Knowledge;
  readonly isStaff: (personId: string) => Promise<boolean>;
  readonly log: Logger;
}

/** Everything about a turn that its handler needs. */
export interface Turn {
  readonly context: TurnContext;
  readonly state: TurnState;
  readonly speaker: Speaker;
  readonly place: 'personal' | 'staffChannel' | 'elsewhere';
  readonly language: Language;
  readonly chosenLanguage: Language | undefined;
}

/** Who speaks, with what their place tells of them. */
export function speaking(turn: Turn): SpeakingStaff {
  const inStaffChannel = turn.place === 'staffChannel';
  const [, threadId] = turn.speaker.address.conversationId.split(';messageid=');
  return { ...turn.speaker, inStaffChannel, threadId: inStaffChannel ? threadId : undefined };
}

export function triageTurn(turn: Turn, input: TriageTurn['input']): TriageTurn {
  return { speaker: turn.speaker, input, chosenLanguage: turn.chosenLanguage };
}

export async function say(turn: Turn, text: string): Promise<void> {
  await turn.context.sendActivity(text);
}
