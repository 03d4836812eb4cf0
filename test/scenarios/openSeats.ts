import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';

const peopleSchema = z.looseObject({
  channel: z.looseObject({ id: z.string() }),
  people: z.array(z.looseObject({ id: z.string(), conversationId: z.string() })),
});
const viewSchema = z.looseObject({
  messages: z.array(
    z.looseObject({ id: z.string(), text: z.string().optional(), cards: z.array(z.unknown()) }),
  ),
});
export type Message = z.infer<typeof viewSchema>['messages'][number];

export type Seats = Awaited<ReturnType<typeof openSeats>>;

/** The simulated people at the sandbox's chats, as its page would drive them. */
export async function openSeats(chatUrl: string) {
  const { channel, people } = peopleSchema.parse(await (await fetch(`${chatUrl}/sandbox/people`)).json());
  const at = (conversation: string) => `${chatUrl}/sandbox/conversations/${encodeURIComponent(conversation)}`;

  async function post(url: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.status !== 200) throw new Error(`the chat answered ${String(response.status)}`);
  }

  async function messagesOf(conversation: string, as: string): Promise<readonly Message[]> {
    return viewSchema.parse(await (await fetch(`${at(conversation)}?as=${as}`)).json()).messages;
  }

  return {
    channel: channel.id,
    chatOf: (id: string) => people.find((one) => one.id === id)?.conversationId ?? '',
    messagesOf,
    write: (conversation: string, as: string, text: string) =>
      post(`${at(conversation)}/messages`, { as, text, mention: true }),
    /** Presses a button of a card. */
    press: (conversation: string, as: string, message: string, action: { verb: string; data: object }) =>
      post(`${at(conversation)}/messages/${message}/action`, {
        as,
        action: { type: 'Action.Execute', ...action },
      }),
    /** Waits until somebody sees what is looked for in a conversation. */
    async seen(conversation: string, as: string, wanted: RegExp, looks = 200): Promise<Message> {
      for (let looked = 0; looked < looks; looked++) {
        const found = (await messagesOf(conversation, as)).findLast((one) =>
          wanted.test(JSON.stringify(one)),
        );
        if (found !== undefined) return found;
        await sleep(50);
      }
      throw new Error(`never seen: ${String(wanted)}`);
    },
  };
}

/** The link to confirm by signing in on a card, to the page with its button. */
export function linkIn({ cards }: Message): string {
  return /https?:[^"]*\/confirm\/[\w-]+/u.exec(JSON.stringify(cards))?.[0] ?? '';
}
