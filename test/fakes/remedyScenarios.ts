import type { RemedyChoices } from '../../src/cases/remedyChoices';
import type { RemedyKind } from '../../src/cases/remedyPlan';
import { phoneIds } from '../../src/sandbox/tenant/method';
import { tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { people, type StandInWorld } from './standInWorld';

/** One remedy for one person of the simulated tenant, from before to after. */
export interface RemedyScenario {
  readonly name: string;
  readonly remedy: RemedyKind;
  readonly personId: string;
  readonly choices: RemedyChoices;
  /** What is written in the tenant, in this order. */
  readonly writes: readonly string[];
  /** Whether the tenant is as it should be when the remedy is done. */
  readonly holds: (world: StandInWorld) => boolean;
}

const user = (id: string) => `/users/${id}`;
const methods = (id: string) => `${user(id)}/authentication`;
const kinds = (world: StandInWorld, id: string) => world.account(id).methods.map(({ kind }) => kind);
const inGroup = (world: StandInWorld, id: string) =>
  world.simulated.groupsOf(id).some((group) => group.id === tenantIds.exclusionGroup);

/** Each kind of remedy at least once. `{id}` stands for an id that the seed makes up. */
export const scenarios: readonly RemedyScenario[] = [
  {
    name: 'registering anew',
    remedy: 'require-mfa-reregistration',
    personId: people.twoPhones,
    choices: { revokeSessions: true },
    writes: [
      `DELETE ${methods(people.twoPhones)}/phoneMethods/${phoneIds.alternateMobile}`,
      `DELETE ${methods(people.twoPhones)}/phoneMethods/${phoneIds.mobile}`,
      `DELETE ${methods(people.twoPhones)}/microsoftAuthenticatorMethods/{id}`,
      `POST ${user(people.twoPhones)}/revokeSignInSessions`,
    ],
    holds: (world) =>
      kinds(world, people.twoPhones).join() === 'password' &&
      world.account(people.twoPhones).sessionsRevokedAt !== undefined,
  },
  {
    name: 'a pass',
    remedy: 'issue-temporary-access-pass',
    personId: people.newPhone,
    choices: {},
    writes: [`POST ${methods(people.newPhone)}/temporaryAccessPassMethods`],
    holds: (world) => kinds(world, people.newPhone).includes('temporary-access-pass'),
  },
  {
    name: 'a number of the wrong form',
    remedy: 'mend-phone-number',
    personId: people.wrongNumber,
    choices: {},
    writes: [`PATCH ${methods(people.wrongNumber)}/phoneMethods/${phoneIds.mobile}`],
    holds: (world) =>
      world
        .account(people.wrongNumber)
        .methods.some((method) => method.kind === 'phone' && method.number === '+81 9023456789'),
  },
  {
    name: 'a number in the wrong slot',
    remedy: 'mend-phone-number',
    personId: people.newPhone,
    choices: { methodId: phoneIds.mobile, movesTo: 'office' },
    writes: [
      `POST ${methods(people.newPhone)}/phoneMethods`,
      `DELETE ${methods(people.newPhone)}/phoneMethods/${phoneIds.mobile}`,
    ],
    holds: (world) =>
      world
        .account(people.newPhone)
        .methods.filter(({ kind }) => kind === 'phone')
        .map(({ id }) => id)
        .join() === phoneIds.office,
  },
  {
    name: 'an old phone',
    remedy: 'remove-one-method',
    personId: people.twoPhones,
    choices: { methodId: phoneIds.alternateMobile },
    writes: [`DELETE ${methods(people.twoPhones)}/phoneMethods/${phoneIds.alternateMobile}`],
    holds: (world) =>
      !world.account(people.twoPhones).methods.some(({ id }) => id === phoneIds.alternateMobile),
  },
  {
    name: 'an exclusion',
    remedy: 'exclude-for-a-time',
    personId: people.newPhone,
    choices: { passDoesNotHelp: true, minutes: 60 },
    writes: [`POST /groups/${tenantIds.exclusionGroup}/members/$ref`],
    holds: (world) => inGroup(world, people.newPhone),
  },
  {
    name: 'a risk that is none',
    remedy: 'dismiss-user-risk',
    personId: people.risky,
    choices: {},
    writes: ['POST /identityProtection/riskyUsers/dismiss'],
    holds: (world) => world.account(people.risky).risk?.state === 'dismissed',
  },
  {
    name: 'an account that was taken over',
    remedy: 'confirm-user-risk',
    personId: people.risky,
    choices: {},
    writes: ['POST /identityProtection/riskyUsers/confirmCompromised'],
    holds: (world) => world.account(people.risky).risk?.state === 'confirmedCompromised',
  },
  {
    name: 'an account that is off',
    remedy: 'enable-account',
    personId: people.disabled,
    choices: {},
    writes: [`PATCH ${user(people.disabled)}`],
    holds: (world) => world.account(people.disabled).accountEnabled,
  },
  {
    name: 'signing out everywhere',
    remedy: 'revoke-sessions',
    personId: people.newPhone,
    choices: {},
    writes: [`POST ${user(people.newPhone)}/revokeSignInSessions`],
    holds: (world) => world.account(people.newPhone).sessionsRevokedAt !== undefined,
  },
];

/** Asks for a scenario's remedy, proves the identity and has it approved by as many as it needs; no job of it has run yet. */
export async function approved(world: StandInWorld, scenario: RemedyScenario): Promise<string> {
  const { personId, remedy, choices } = scenario;
  const ids = { personId, requesterId: personId, openerId: personId };
  const { id, number } = await world.ask(remedy, { ...ids, ...choices });
  await world.run(1_000);
  const proven = await world.prove(number, { proverId: people.helpdesk });
  if (!proven.ok) throw new Error(`not proven: ${proven.refusal}`);
  for (const approverId of [people.privilegedApprover, people.approver]) {
    if ((await world.find(id)).state !== 'pending') break;
    const outcome = await world.decide(number, { approverId, conversationId: `chat-${approverId}` });
    if (!outcome.ok) throw new Error(`not approved: ${outcome.refusal}`);
  }
  return id;
}
