import { randomUUID } from 'node:crypto';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod/v4';
import { cardActionsOf } from '../../commands/cardActionsOf';
import type { OutsideChat, OutsidePerson } from '../../commands/outsideChat';
import { createConnectorKey } from '../teams/connectorKey';
import { closeServer, listenOnLoopback } from '../entra/loopbackServer';
import { readBody } from '../entra/readBody';

/** Teams sends from a handful of addresses, and Monban counts by address. Each of ours is one of loopback's. */
const sources = Array.from({ length: 32 }, (_, n) => `127.0.0.${String(n + 2)}`);
/** A person would have given up; this only keeps a bench from hanging for ever on a machine that is busy. */
const turnTimeoutMs = 60_000;

const sentActivity = z.looseObject({
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});
const invokeAnswer = z.looseObject({ type: z.string(), value: z.unknown() });

/** One turn as the person felt it: until it is answered and, after a button, the next card is there. */
export interface Turned {
  readonly kind: 'message' | 'press';
  readonly ms: number;
}

type SentListener = (conversationId: string, cards: readonly unknown[]) => void;
interface Bot {
  readonly tenantId: string;
  readonly botId: string;
}

/** What the bots write to and are written to from: the connector and its token issuer, as light as can be. */
export interface LoadedTeams {
  readonly settings: Readonly<Record<string, string>>;
  /** A chat with one bot; `turned` hears of each turn. */
  chatWith(botUrl: string, turned: (turn: Turned) => void): Omit<OutsideChat, 'newPerson' | 'close'>;
  /** Hears of each message that a bot sends, and into which conversation. */
  onSent(listener: SentListener): void;
  close(): Promise<void>;
}

/** Starts it on loopback, for the bot of that tenant. */
export async function startLoadedTeams(bot: Bot): Promise<LoadedTeams> {
  const key = await createConnectorKey(Date.now);
  const open = new Map<string, OpenTurn>();
  const listeners: SentListener[] = [];
  let serviceUrl = '';
  const sent: SentListener = (conversationId, cards) => {
    open.get(conversationId)?.arrive(cards);
    for (const listener of listeners) listener(conversationId, cards);
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response, sent, { issuer: serviceUrl, jwks: key.jwks }).catch(() => response.destroy());
  });
  // As the real one: a connection that is idle for some seconds is not closed in the moment in which it is used again.
  server.keepAliveTimeout = 120_000;
  serviceUrl = `http://127.0.0.1:${String(await listenOnLoopback(server, 0))}`;
  // As the connector does, one token serves for an hour.
  const token = key.tokenFor({ issuer: serviceUrl, audience: bot.botId, serviceUrl });
  const line = openLine(token);
  return {
    settings: {
      MONBAN_BOT_TOKEN_ISSUER: serviceUrl,
      MONBAN_BOT_OPENID_METADATA_URL: `${serviceUrl}/metadata`,
      MONBAN_SERVICE_URLS: serviceUrl,
      MONBAN_STAFF_SERVICE_URL: serviceUrl,
    },
    chatWith(botUrl, turned) {
      const deliver = async (person: OutsidePerson, kind: Turned['kind'], activity: object) => {
        const conversation = conversationOf(person);
        const turn = openTurn();
        open.set(conversation, turn);
        const body = JSON.stringify({ ...envelope(person, conversation, serviceUrl, bot), ...activity });
        const began = performance.now();
        const answered = await line.post(`${botUrl}/api/messages`, body);
        const read = answered === '' ? undefined : invokeAnswer.safeParse(JSON.parse(answered)).data;
        const shown = read?.type.includes('card.adaptive') === true ? [read.value] : [];
        turn.arrive(shown);
        if (kind === 'press') await turn.somethingToPress();
        turned({ kind, ms: performance.now() - began });
        open.delete(conversation);
        return turn.shown;
      };
      return {
        say: (person, text) => deliver(person, 'message', { type: 'message', text }),
        press: (person, verb, data) =>
          deliver(person, 'press', {
            type: 'invoke',
            name: 'adaptiveCard/action',
            value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
          }),
      };
    },
    onSent: (listener) => void listeners.push(listener),
    close: async () => {
      line.close();
      await closeServer(server);
    },
  };
}

/** What a turn has shown so far. */
interface OpenTurn {
  readonly shown: readonly unknown[];
  arrive(cards: readonly unknown[]): void;
  /** A button whose turn takes long is answered before the next card is there, which comes by itself and is waited for. */
  somethingToPress(): Promise<void>;
}

function openTurn(): OpenTurn {
  const shown: unknown[] = [];
  let pressable: () => void = () => undefined;
  const whenPressable = new Promise<void>((resolve) => {
    pressable = resolve;
  });
  return {
    shown,
    arrive(cards) {
      shown.push(...cards);
      if (cards.flatMap(cardActionsOf).length > 0) pressable();
    },
    async somethingToPress() {
      const patience = setTimeout(pressable, turnTimeoutMs);
      await whenPressable;
      clearTimeout(patience);
    },
  };
}

/** A person's own chat with the bot. */
export function conversationOf(person: Pick<OutsidePerson, 'id'>): string {
  return `a:${person.id}`;
}

/** Answers a bot: what it says gets an id, and the issuer's two documents are what its tokens are checked by. */
async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  sent: SentListener,
  { issuer, jwks }: { readonly issuer: string; readonly jwks: object },
): Promise<void> {
  const { headers, url = '' } = incoming;
  const body = await readBody(incoming);
  const conversation = /\/v3\/conversations\/([^/]+)\/activities/u.exec(url)?.[1];
  if (conversation !== undefined && headers.authorization === undefined) {
    response.statusCode = 401;
    response.end();
    return;
  }
  if (conversation !== undefined && body !== '')
    sent(decodeURIComponent(conversation), cardsOf(JSON.parse(body)));
  const metadata = {
    issuer,
    jwks_uri: `${issuer}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
  const said = url.endsWith('/keys')
    ? jwks
    : url.endsWith('/metadata')
      ? metadata
      : url.includes('/pagedmembers')
        ? { members: [] }
        : { id: randomUUID() };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(said));
}

/** The line on which activities reach a bot. */
function openLine(token: string) {
  const agents = sources.map((localAddress) => new Agent({ keepAlive: true, localAddress }));
  let turn = 0;
  return {
    /** Sends one activity and gives what it is answered with. @throws Error where the bot does not take it */
    post: (url: string, body: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        };
        const agent = agents[turn++ % agents.length];
        const sending = request(
          url,
          { method: 'POST', headers, timeout: turnTimeoutMs, agent },
          (response) => {
            readBody(response).then((text) => {
              if (response.statusCode === 200) resolve(text);
              else reject(new Error(`the bot answered ${String(response.statusCode)}`));
            }, reject);
          },
        );
        sending.on('timeout', () => sending.destroy(new Error('the bot did not answer in time')));
        sending.on('error', reject);
        sending.end(body);
      }),
    close: () => {
      for (const agent of agents) agent.destroy();
    },
  };
}

/** What every activity from a person's own chat with the bot carries. */
function envelope(
  person: OutsidePerson,
  conversation: string,
  serviceUrl: string,
  { botId, tenantId }: Bot,
): object {
  return {
    id: randomUUID(),
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
