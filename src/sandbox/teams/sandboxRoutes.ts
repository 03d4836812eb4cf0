import type { Server } from 'restify';
import { z } from 'zod/v4';
import { connectorFaultSchema } from './connectorFaults';
import { answering } from './pageAnswer';
import type { StandInParts } from './standInParts';

const pathSchema = z.object({ personId: z.string() });

/** What the page and tests ask of the sandbox itself: its people, what the bot sent, failures to order. */
export function addSandboxRoutes(server: Server, parts: StandInParts): void {
  server.get(
    '/sandbox/people',
    answering(() => ({ body: peopleView(parts) })),
  );
  server.get(
    '/sandbox/people/:personId/methods',
    answering(async ({ params }) => {
      const { personId } = pathSchema.parse(params);
      return { body: { methods: await parts.options.methodsOf?.(personId) } };
    }),
  );
  server.post(
    '/sandbox/people/:personId/register',
    answering(({ params }) => {
      const { personId } = pathSchema.parse(params);
      const done = parts.options.registerMethod?.(personId) === true;
      return done ? { body: {} } : { wrong: 404, why: 'There is no such person.' };
    }),
  );
  server.get(
    '/sandbox/sent',
    answering(() => ({ body: parts.sent.entries() })),
  );
  server.post(
    '/sandbox/faults',
    answering(({ body }) => {
      const fault = connectorFaultSchema.safeParse(body);
      if (!fault.success) return { wrong: 400, why: z.prettifyError(fault.error) };
      parts.faults.add(fault.data);
      return { body: fault.data };
    }),
  );
}

function peopleView({ options, ids, conversations }: StandInParts) {
  return {
    tenantId: options.tenantId,
    botName: options.botName,
    channel: { id: conversations.channel.id, name: options.staffChannel.name, team: ids.team.name },
    people: options.people().map((person) => ({
      ...person,
      isStaff: ids.isStaff(person),
      userId: ids.userId(person.id),
      conversationId: ids.personalChatId(person.id),
    })),
  };
}
