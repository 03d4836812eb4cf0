import type { Response } from 'restify';

/** The connector's refusals, in its words and shape. */
const refusals = {
  Unauthorized: [401, 'Authorization has been denied for this request.'],
  BadArgument: [400, 'The request does not fit.'],
  BotNotInConversationRoster: [403, 'The bot is not part of the conversation roster.'],
  BadSyntax: [403, 'Only the bot that sent a message may change it.'],
  ConversationNotFound: [404, 'Conversation not found.'],
  ActivityNotFoundInConversation: [404, 'The activity was not found in the conversation.'],
  MemberNotFoundInConversation: [404, 'The member was not found in the conversation.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
} as const;

export type ConnectorRefusal = keyof typeof refusals;

/** Answers with a refusal. */
export function refuse(response: Response, code: ConnectorRefusal): void {
  const [status, message] = refusals[code];
  response.send(status, { error: { code, message } });
}
