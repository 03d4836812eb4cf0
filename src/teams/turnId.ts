import type { TurnContext } from 'botbuilder';

const turnIdKey = Symbol('turnId');

/** Names a turn, so that what a person reports and what the log says can be joined. */
export function setTurnId(context: TurnContext, turnId: string): void {
  context.turnState.set(turnIdKey, turnId);
}

export function turnIdOf(context: TurnContext): string {
  const turnId: unknown = context.turnState.get(turnIdKey);
  return typeof turnId === 'string' ? turnId : 'none';
}
