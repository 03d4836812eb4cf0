import type { Server } from 'restify';
import { type ConnectorAnswer, type ConnectorCall, guarded } from './connectorGuard';
import type { StandInParts } from './standInParts';
import type { SimulatedPerson } from './teamsStandInOptions';

/** The routes by which a bot learns who is in a conversation, and what a team and its channels are. */
export function addRosterRoutes(server: Server, parts: StandInParts): void {
  const { ids, options } = parts;

  const withMembers = (
    answer: (members: readonly SimulatedPerson[], call: ConnectorCall) => ConnectorAnswer,
  ) =>
    guarded(parts, (call) => {
      const members = membersOf(parts, call.id);
      return members === undefined ? 'ConversationNotFound' : answer(members, call);
    });
  const all = (members: readonly SimulatedPerson[]) => members.map((person) => account(parts, person));
  const members = '/v3/conversations/:id/members';
  server.get(
    members,
    withMembers((found) => ({ status: 200, body: all(found) })),
  );
  server.get(
    '/v3/conversations/:id/pagedmembers',
    withMembers((found) => ({ status: 200, body: { members: all(found) } })),
  );
  server.get(
    `${members}/:memberId`,
    withMembers((found, { memberId }) => {
      const asked = ids.personBy(memberId);
      const member = found.find(({ id }) => id === asked?.id);
      return member === undefined
        ? 'MemberNotFoundInConversation'
        : { status: 200, body: account(parts, member) };
    }),
  );

  const ofTeam = (body: object) =>
    guarded(parts, ({ id }) => (id === ids.team.id ? { status: 200, body } : 'ConversationNotFound'));
  server.get('/v3/teams/:id', ofTeam({ ...ids.team, type: 'standard' }));
  server.get(
    '/v3/teams/:id/conversations',
    ofTeam({ conversations: [{ id: ids.team.id }, options.staffChannel] }),
  );
}

function membersOf(parts: StandInParts, wireId: string): readonly SimulatedPerson[] | undefined {
  const conversation = parts.conversations.find(wireId)?.conversation;
  if (conversation === undefined) return undefined;
  const { personId } = conversation;
  const isMember = (person: SimulatedPerson) =>
    personId === undefined ? parts.ids.isStaff(person) : person.id === personId;
  return parts.options.people().filter(isMember);
}

/** A person as Teams lists them among a conversation's members. */
function account({ ids, options }: StandInParts, person: SimulatedPerson) {
  return {
    id: ids.userId(person.id),
    name: person.name,
    aadObjectId: person.id,
    objectId: person.id,
    userPrincipalName: person.upn,
    email: person.upn,
    tenantId: options.tenantId,
    userRole: person.upn.includes('#EXT#') ? 'guest' : 'user',
  };
}
