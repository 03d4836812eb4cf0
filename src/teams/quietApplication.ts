import type { TurnContext } from 'botbuilder';
// By sub-path: the package's index also loads tokenizers and an AI client, about 35 MB.
import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { isActionExecute } from './answerInvoke';

/** The teams-ai application without what it cannot be told to leave out. */
export class QuietApplication<State extends TurnState = TurnState> extends Application<State> {
  /** `startTypingTimer: false` is ignored by the SDK, and its one timer is shared by all turns that run at once. */
  override startTypingTimer(): void {
    return undefined;
  }

  /**
   * Routes every Action.Execute, whatever its verb, to one handler, which answers it by `answerInvoke`: what teams-ai's
   * own `actionExecute` answers can reach everybody in the channel.
   */
  onCardAction(handle: (context: TurnContext, state: State) => Promise<void>): this {
    return this.addRoute((context) => Promise.resolve(isActionExecute(context.activity)), handle, true);
  }
}
