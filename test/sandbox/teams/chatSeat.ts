import { createPublicKey } from 'node:crypto';
import { z } from 'zod/v4';
import { ask, channelId, type Scene } from './scriptedBot';

const peopleSchema = z.object({
  people: z.array(z.object({ id: z.string(), userId: z.string(), conversationId: z.string() })),
});
const viewSchema = z.object({
  messages: z.array(
    z.looseObject({
      id: z.string(),
      rootId: z.string(),
      text: z.string().optional(),
      edited: z.boolean(),
      deleted: z.boolean(),
      cards: z.array(z.looseObject({ body: z.unknown() })),
      note: z.unknown().optional(),
    }),
  ),
});
const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** One person in one conversation, over the routes that the page uses. */
export interface Seat {
  /** The person's id towards the bot, as `refresh.userIds` lists it. */
  readonly userId: string;
  readonly conversationId: string;
  messages(): Promise<z.infer<typeof viewSchema>['messages']>;
  write(text: string, more?: { mention?: boolean; rootId?: string }): Promise<unknown>;
  press(messageId: string, action: object): Promise<unknown>;
  submitDialog(messageId: string, data: object): Promise<unknown>;
  refresh(messageId: string): Promise<unknown>;
  /** Opens the live line; the person is looking until it is closed. */
  look(): Promise<LiveLine>;
}

export interface LiveLine {
  /** Waits for the next event of this name. */
  next(event: string): Promise<void>;
  close(): Promise<void>;
}

/** Seats a person in their own chat, or in the staff channel. */
export async function takeSeat(
  { teams }: Scene,
  person: { id: string },
  where: 'personal' | 'channel' = 'personal',
): Promise<Seat> {
  const { people } = peopleSchema.parse((await ask(`${teams.url}/sandbox/people`)).body);
  const self = people.find(({ id }) => id === person.id);
  if (self === undefined) throw new Error(`nobody has the id ${person.id}`);
  const conversationId = where === 'channel' ? channelId : self.conversationId;
  const base = `${teams.url}/sandbox/conversations/${encodeURIComponent(conversationId)}`;
  const post = async (path: string, body: object) =>
    (await ask(`${base}${path}`, { as: person.id, ...body })).body;
  return {
    userId: self.userId,
    conversationId,
    messages: async () => viewSchema.parse((await ask(`${base}?as=${person.id}`)).body).messages,
    write: (text, more = {}) => post('/messages', { text, ...more }),
    press: (messageId, action) => post(`/messages/${messageId}/action`, { action }),
    submitDialog: (messageId, data) => post(`/messages/${messageId}/dialog`, { data }),
    refresh: (messageId) => post(`/messages/${messageId}/refresh`, {}),
    look: () => openLine(`${teams.url}/sandbox/live?look=${person.id}~${encodeURIComponent(conversationId)}`),
  };
}

/** The first of the keys that the stand-in publishes. */
export async function publishedKey({ teams }: Scene) {
  const [key] = keysSchema.parse((await ask(`${teams.url}/v1/.well-known/keys`)).body).keys;
  if (key === undefined) throw new Error('no key is published');
  return createPublicKey({ key, format: 'jwk' });
}

async function openLine(url: string): Promise<LiveLine> {
  const response = await fetch(url);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('the live line has no body');
  let heard = '';
  const next = async (event: string) => {
    const mark = `event: ${event}\n`;
    while (!heard.includes(mark)) heard += (await reader.read()).value ?? '';
    heard = heard.slice(heard.indexOf(mark) + mark.length);
  };
  await next('ready');
  return { next, close: () => reader.cancel() };
}
