import { delegatedCredential } from '../../src/graph/delegatedCredential';
import { graphAccountRemedies } from '../../src/graph/graphAccountRemedies';
import { createMemoryDelegatedTokens } from '../../src/graph/memoryDelegatedTokens';
import type { Secret } from '../../src/secret';
import { tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld, tokenOf } from '../fakes/standInWorld';
import { testClient } from '../graph/testClient';

/** An exclusion by an approver's own sign-in, where Monban has no permission of its own to end it. */
const hour = 60 * 60_000;
const kind = 'exclude-for-a-time';
let world: StandInWorld;

beforeEach(async () => {
  world = await standInWorld({ approvals: { applicationRemedies: [], delegatedRemedies: [kind] } });
  const tokens = createMemoryDelegatedTokens({ clock: () => world.time.now, capacity: 10 });
  const retry = { retries: 0, delaySeconds: 0, longestWaitMs: 0 };
  const remediesWith = (token: Secret) =>
    graphAccountRemedies(testClient(world.graph.url, { retry, credential: delegatedCredential(token) }));
  Object.assign(world.deps, { delegated: { tokens, remediesWith } });
  const scenario = scenarios.find(({ remedy }) => remedy === kind);
  if (scenario === undefined) throw new Error('no such scenario');
  const requestId = await approved(world, scenario);
  const approverId = (await world.find(requestId)).decision?.approverId ?? '';
  tokens.put(
    { requestId, approverId },
    { token: tokenOf(people.globalAdministrator), expiresAt: world.time.now + hour },
  );
  await world.run(60_000);
});
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

const exclusion = () => world.simulated.groups.find(({ id }) => id === tenantIds.exclusionGroup);
const reminders = () => world.teams.texts('chat-staff').filter((text) => text.startsWith('要対応'));
const removals = () => world.writes().filter((call) => call.startsWith('DELETE'));

test('the card that asks for the approval says that it has to be ended by hand', () => {
  const asked = world.teams.cards('chat-staff').map(({ content }) => JSON.stringify(content));
  expect(asked.some((card) => card.includes('request/approve') && card.includes('手作業'))).toBe(true);
});

test('staff are reminded when its time is over, again each hour, and no more once somebody has ended it', async () => {
  expect(exclusion()?.memberIds).toContain(people.newPhone);
  await world.run(hour);
  expect([reminders().length, removals()]).toEqual([1, []]);
  await world.run(2 * hour);
  expect(reminders().length).toBeGreaterThan(1);
  const group = exclusion();
  if (group !== undefined) group.memberIds = [];
  await world.run(hour);
  const told = reminders().length;
  await world.run(5 * hour);
  expect([reminders().length, removals()]).toEqual([told, []]);
});
