import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { RemedyKind } from '../../../src/cases/remedyPlan';
import { cardActionsOf } from '../../../src/commands/cardActionsOf';
import { openOutsideChat, type OutsideChat } from '../../../src/commands/outsideChat';
import type { Store } from '../../../src/ports/store';
import { personId } from '../../../src/sandbox/tenant/tenantIds';
import type { MortalBot } from './mortalBot';

const approvers = [personId(21), personId(22)];
/** Many, because no policy lets one of them ask for more than a hundred requests in ten minutes. */
const desks = [21, 22, 23, 24, 25].map(personId);

const peopleSchema = z.looseObject({
  channel: z.looseObject({ id: z.string() }),
  people: z.array(z.looseObject({ id: z.string(), conversationId: z.string() })),
});
const personSchema = z.looseObject({ id: z.string(), upn: z.string() });
const takenSchema = z.looseObject({ status: z.number().optional() });
const askingSchema = z.looseObject({
  finding: z.string().optional(),
  findings: z.array(z.string()).optional(),
});
const concludedSchema = z.looseObject({ route: z.string() });

/** What the bot acknowledged to people, to hold against what is there in the end. */
export interface Acknowledged {
  /** Conversations that came to a diagnosis, with the findings whose answers the bot had taken. */
  readonly diagnosed: { readonly personId: string; readonly answered: readonly string[] }[];
  /** Findings that were asked again after their answer had been taken. */
  readonly askedAgain: string[];
  readonly approved: { readonly personId: string; readonly number: string; readonly remedy: RemedyKind }[];
  /** Requests that nobody decided about: their time runs out. */
  readonly left: { readonly personId: string; readonly number: string }[];
}

export type Stories = Awaited<ReturnType<typeof openStories>>;

/** People who go on until they have what they came for, however often the bot dies under them. */
export async function openStories(bot: MortalBot, store: Store) {
  const { chatUrl, graphUrl } = bot.standIns;
  const chat = await openOutsideChat({
    get bot() {
      return bot.url();
    },
    graph: graphUrl,
  });
  const acknowledged: Acknowledged = { diagnosed: [], askedAgain: [], approved: [], left: [] };
  const { channel, people } = peopleSchema.parse(await (await fetch(`${chatUrl}/sandbox/people`)).json());
  const chatOf = (id: string) => people.find((one) => one.id === id)?.conversationId ?? '';

  /** Writes until the bot has taken it: whoever gets no answer writes again. */
  const write = (conversation: string, as: string, text: string): Promise<void> =>
    insist(bot, async () => {
      const response = await fetch(
        `${chatUrl}/sandbox/conversations/${encodeURIComponent(conversation)}/messages`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ as, text, mention: true }),
        },
      );
      const { status = 0 } = takenSchema.parse(await response.json());
      if (status !== 200) throw new Error(`the bot took it with ${String(status)}`);
    });

  async function newPerson(): Promise<z.infer<typeof personSchema>> {
    const response = await fetch(`${graphUrl}/sandbox/people`, {
      method: 'POST',
      body: JSON.stringify({
        name: '試験 太郎',
        language: 'ja',
        state: {
          methods: [
            { kind: 'phone', number: '+81 9012345678' },
            { kind: 'phone', phoneType: 'office', number: '+81 312345678' },
            { kind: 'microsoft-authenticator' },
          ],
          defaultWay: 'push',
        },
      }),
    });
    return personSchema.parse(await response.json());
  }

  let asked = 0;
  /** Staff ask for a caller and prove who it is; gives who did, and the request's number. */
  async function proven(remedy: 'reset' | 'pass', person: z.infer<typeof personSchema>) {
    const desk = desks[asked++ % desks.length] ?? '';
    await write(channel.id, desk, `${remedy} for ${person.upn}`);
    const request = await store.transaction((tx) => tx.requests.latestFor(person.id));
    if (request === undefined) throw new Error(`what was asked for ${person.upn} is lost`);
    await write(channel.id, desk, `proof ${request.number} call-back`);
    return { desk, number: request.number };
  }

  return {
    acknowledged,
    /** Whom a pass goes to has to be known to the bot first. */
    async greet(): Promise<void> {
      for (const id of approvers) await write(chatOf(id), id, 'help');
    },
    converse: (nth: number) => converse(bot, chat, acknowledged, nth % 2 === 0),
    async leave(): Promise<void> {
      const person = await newPerson();
      const { number } = await proven('reset', person);
      acknowledged.left.push({ personId: person.id, number });
    },
    async approve(word: 'reset' | 'pass', nth: number): Promise<void> {
      const person = await newPerson();
      const { desk, number } = await proven(word, person);
      const others = approvers.filter((id) => id !== desk);
      const approver = others[nth % others.length] ?? '';
      await write(chatOf(approver), approver, `approve ${number} Called back at the number on file.`);
      const remedy = word === 'reset' ? 'require-mfa-reregistration' : 'issue-temporary-access-pass';
      acknowledged.approved.push({ personId: person.id, number, remedy });
    },
    close: () => chat.close(),
  };
}

/**
 * Somebody tells their trouble and answers every question with "I don't know", up to the diagnosis. What the bot did not
 * answer they do again themselves, or Teams delivers the very same activity again.
 */
async function converse(
  bot: MortalBot,
  chat: OutsideChat,
  acknowledged: Acknowledged,
  deliveredAgain: boolean,
): Promise<void> {
  const idOf = () => (deliveredAgain ? randomUUID() : undefined);
  const person = await chat.newPerson('en');
  const answered: string[] = [];
  const first = idOf();
  let cards = await insist(bot, () => chat.say(person, 'I cannot sign in.', first));
  let taken = true;
  for (let shown = 0; shown < 30; shown++) {
    const actions = cards.flatMap(cardActionsOf);
    if (actions.some(({ data }) => concludedSchema.safeParse(data).success)) {
      if (taken) acknowledged.diagnosed.push({ personId: person.id, answered });
      return;
    }
    const question = actions.find(({ verb }) => verb === 'triage/answer');
    if (question === undefined) {
      // The answer was taken, and the bot died before its card had come: whoever writes again is asked what is open.
      cards = await insist(bot, () => chat.say(person, 'Hello?'));
      continue;
    }
    const { finding, findings = [] } = askingSchema.parse(question.data);
    const asked = finding === undefined ? findings : [finding];
    acknowledged.askedAgain.push(...asked.filter((id) => answered.includes(id)));
    const told = Object.fromEntries(asked.map((id) => [finding === undefined ? id : 'value', 'unknown']));
    const pressed = idOf();
    cards = await insist(bot, () =>
      chat.press(person, question.verb, { ...question.data, ...told }, pressed),
    );
    // A button that is answered while its turn still works says so: only the answer with its own card has been taken.
    taken = cards.length > 1;
    if (taken) answered.push(...asked);
  }
  throw new Error('a conversation came to no end');
}

/** Does it again as long as the bot dies under it. */
async function insist<Result>(bot: MortalBot, act: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    await bot.lives();
    try {
      return await act();
    } catch (thrown) {
      if (tried > 200) throw thrown;
    }
  }
}
