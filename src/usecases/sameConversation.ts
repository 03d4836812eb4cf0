/** Whether two ids name the same chat or channel: Teams adds a thread's message (`…;messageid=…`) to a channel's id. */
export function sameConversation(one: string, other: string): boolean {
  return withoutThread(one) === withoutThread(other);
}

function withoutThread(conversationId: string): string {
  return conversationId.split(';', 1)[0] ?? conversationId;
}
