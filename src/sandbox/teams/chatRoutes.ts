import type { Request, Server } from 'restify';
import { z } from 'zod/v4';
import type { Conversation, Sight } from './conversations';
import { conversationView } from './conversationView';
import { answering, type PageAnswer, queryOf } from './pageAnswer';
import { look, press, submitDialog, write } from './personActions';
import { pressedActionSchema } from './pressedAction';
import { refreshByHand } from './refreshViews';
import type { StandInParts } from './standInParts';
import type { SimulatedPerson } from './teamsStandInOptions';

interface Seat {
  readonly person: SimulatedPerson;
  readonly conversation: Conversation;
}

const pathSchema = z.object({ id: z.string(), messageId: z.string().default('') });
const asSchema = z.looseObject({ as: z.string() });
const wordsSchema = z.looseObject({
  text: z.string().min(1),
  mention: z.boolean().default(false),
  rootId: z.string().optional(),
});
const pressSchema = z.looseObject({ action: pressedActionSchema });
const dialogSchema = z.looseObject({ data: z.unknown() });

/** What a person does in a conversation: see, write, press, refresh, send off a dialog. */
export function addChatRoutes(server: Server, parts: StandInParts): void {
  const conversation = '/sandbox/conversations/:id';
  const message = `${conversation}/messages/:messageId`;
  server.get(
    '/sandbox/conversations',
    answering(() => ({
      body: parts.conversations.all().map(({ id, kind, personId, messages }) => {
        return { id, kind, personId, messages: messages.length };
      }),
    })),
  );
  server.get(
    conversation,
    seated(parts, ({ person, conversation }) => ({ body: conversationView(parts, conversation, person) })),
  );
  server.post(
    `${conversation}/messages`,
    seated(parts, async ({ person, conversation }, body) => {
      const words = wordsSchema.safeParse(body);
      if (!words.success) return { wrong: 400, why: z.prettifyError(words.error) };
      const { text, mention, rootId } = words.data;
      return { body: await write(parts, person, conversation, { text, mention, rootId }) };
    }),
  );
  server.post(
    `${message}/action`,
    before(parts, async (sight, body) => {
      const pressed = pressSchema.safeParse(body);
      if (!pressed.success) return { wrong: 400, why: z.prettifyError(pressed.error) };
      return { body: { dialog: await press(parts, sight, pressed.data.action) } };
    }),
  );
  server.post(
    `${message}/dialog`,
    before(parts, async (sight, body) => ({
      body: { dialog: await submitDialog(parts, sight, dialogSchema.parse(body).data) },
    })),
  );
  server.post(
    `${message}/refresh`,
    before(parts, async (sight) => {
      await refreshByHand(parts, sight);
      return { body: {} };
    }),
  );
}

/** The page's live line. Whoever opens it is looking, until it closes. */
export function addLiveRoute(server: Server, parts: StandInParts): void {
  server.get('/sandbox/live', (request, response, next) => {
    const seats = queryOf(request)
      .getAll('look')
      .map((entry) => seatOf(parts, entry.slice(0, entry.indexOf('~')), entry.slice(entry.indexOf('~') + 1)))
      .filter((seat) => seat !== undefined);
    parts.live.open(
      response,
      seats.map(({ person, conversation }) => ({ personId: person.id, conversationId: conversation.id })),
    );
    for (const { person, conversation } of seats) void look(parts, person, conversation);
    next(false);
  });
}

function seated(
  parts: StandInParts,
  handle: (seat: Seat, body: unknown) => PageAnswer | Promise<PageAnswer>,
) {
  return answering((request) => {
    const seat = seatOf(parts, speakerOf(request), pathSchema.parse(request.params).id);
    if (seat === undefined) return { wrong: 403, why: 'this person is not in this conversation' };
    return handle(seat, request.body);
  });
}

function before(parts: StandInParts, handle: (sight: Sight, body: unknown) => Promise<PageAnswer>) {
  return answering((request) => {
    const { id, messageId } = pathSchema.parse(request.params);
    const seat = seatOf(parts, speakerOf(request), id);
    if (seat === undefined) return { wrong: 403, why: 'this person is not in this conversation' };
    const message = seat.conversation.messages.find((candidate) => candidate.id === messageId);
    if (message === undefined) return { wrong: 404, why: 'no such message' };
    return handle({ ...seat, message }, request.body);
  });
}

function speakerOf(request: Request): string {
  const as =
    request.method === 'GET' ? queryOf(request).get('as') : asSchema.safeParse(request.body).data?.as;
  return as ?? '';
}

/** A person in a conversation that is theirs: their own chat, or the staff's channel. */
function seatOf(parts: StandInParts, personId: string, conversationId: string): Seat | undefined {
  const person = parts.ids.personBy(personId);
  const conversation = parts.conversations.find(conversationId)?.conversation;
  if (person === undefined || conversation === undefined) return undefined;
  const isTheirs =
    conversation.kind === 'channel' ? parts.ids.isStaff(person) : conversation.personId === person.id;
  return isTheirs ? { person, conversation } : undefined;
}
