import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';

/** A person of the simulated tenant, with the ids that an activity needs. */
export interface OutsidePerson {
  readonly id: string;
  readonly name: string;
  readonly language: 'ja' | 'en';
}

const peopleAnswer = z.looseObject({ tenantId: z.string(), botId: z.string() });
const personAnswer = z.looseObject({ id: z.string(), name: z.string() });
const attachments = z.array(z.looseObject({ content: z.unknown() })).optional();
const sentActivity = z.looseObject({ attachments });
const invokeAnswer = z.looseObject({ type: z.string(), value: z.unknown() });

/** Teams gives a bot 15 seconds for a turn. */
const turnTimeoutMs = 15_000;

/** A chat with the bot over nothing but the Bot Framework protocol, as somebody outside would have it. */
export interface OutsideChat {
  newPerson(language: 'ja' | 'en'): Promise<OutsidePerson>;
  /** Sends a message and gives every card that came back. The same `id` again is the same activity delivered again. */
  say(person: OutsidePerson, text: string, id?: string): Promise<readonly unknown[]>;
  /** Presses an Action.Execute and gives every card that came back, the invoke's answer first. */
  press(person: OutsidePerson, verb: string, data: unknown, id?: string): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/**
 * Opens a place for the bot's replies on loopback and talks to a bot that was started with `--open`.
 * @throws Error where the bot or the simulated tenant does not answer as agreed
 */
export async function openOutsideChat(options: { bot: string; graph: string }): Promise<OutsideChat> {
  const { botId, tenantId } = peopleAnswer.parse(await getJson(`${options.graph}/sandbox/people`));
  const arrived = new Map<string, unknown[]>();
  const server = createServer((request, response) => {
    void readJson(request).then((activity) => {
      const conversation = /\/v3\/conversations\/([^/]+)\/activities/u.exec(request.url ?? '')?.[1];
      if (conversation !== undefined)
        arrived.get(decodeURIComponent(conversation))?.push(...cardsOf(activity));
      // Not chained: restify, which may be loaded beside us, makes writeHead return nothing.
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: randomUUID() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${String(portOf(server.address()))}/`;

  const deliver = async (person: OutsidePerson, activity: object): Promise<readonly unknown[]> => {
    const conversation = `a:${person.id}`;
    const cards: unknown[] = [];
    arrived.set(conversation, cards);
    const response = await fetch(`${options.bot}/api/messages`, {
      method: 'POST',
      signal: AbortSignal.timeout(turnTimeoutMs),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...envelope({ person, conversation, serviceUrl, botId, tenantId }),
        ...activity,
      }),
    });
    if (!response.ok) throw new Error(`the bot answered ${String(response.status)}`);
    const body = await response.text();
    const answer = body === '' ? undefined : invokeAnswer.safeParse(JSON.parse(body)).data;
    return answer?.type.includes('card.adaptive') === true ? [answer.value, ...cards] : cards;
  };
  return {
    newPerson: async (language) => {
      const wish = { name: language === 'ja' ? '試験 太郎' : 'Test Person', language, blank: true };
      const { id, name } = personAnswer.parse(await postJson(`${options.graph}/sandbox/people`, wish));
      return { id, name, language };
    },
    say: (person, text, id = randomUUID()) => deliver(person, { id, type: 'message', text }),
    press: (person, verb, data, id = randomUUID()) =>
      deliver(person, {
        id,
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** What every activity from a person's own chat with the bot carries. */
function envelope(from: {
  person: OutsidePerson;
  conversation: string;
  serviceUrl: string;
  botId: string;
  tenantId: string;
}): object {
  const { botId, conversation, person, serviceUrl, tenantId } = from;
  return {
    channelId: 'msteams',
    serviceUrl,
    locale: person.language === 'ja' ? 'ja-JP' : 'en-US',
    from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
    recipient: { id: `28:${botId}`, name: 'Monban' },
    conversation: { id: conversation, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}

function cardsOf(activity: unknown): readonly unknown[] {
  return (sentActivity.safeParse(activity).data?.attachments ?? []).map(({ content }) => content);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the place for replies has no port');
  return address.port;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Uint8Array).parse(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  return response.json();
}

async function postJson(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}`);
  return response.json();
}
