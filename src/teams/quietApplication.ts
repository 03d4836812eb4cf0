import type { TurnContext } from 'botbuilder';
// By sub-path: the package's index also loads tokenizers and an AI client, about 35 MB.
import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { answerInvoke, isActionExecute, type InvokeAnswer } from './answerInvoke';

/** The teams-ai application without what it cannot be told to leave out. */
export class QuietApplication<State extends TurnState = TurnState> extends Application<State> {
  /** `startTypingTimer: false` is ignored by the SDK, and its one timer is shared by all turns that run at once. */
  override startTypingTimer(): void {
    return undefined;
  }

  /** Routes every Action.Execute, whatever its verb, to one handler, whose answer goes only to the person who pressed. */
  onCardAction(handle: (context: TurnContext, state: State) => Promise<InvokeAnswer>): this {
    const isCardAction = (context: TurnContext) => Promise.resolve(isActionExecute(context.activity));
    this.addRoute(
      isCardAction,
      async (context, state) => {
        await answerInvoke(context, await handle(context, state));
      },
      true,
    );
    return this;
  }
}
