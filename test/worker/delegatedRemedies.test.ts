import { remedyKinds } from '../../src/cases/remedyPlan';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { stateCard } from '../../src/cards/requestCards';
import { delegatedCredential } from '../../src/graph/delegatedCredential';
import { graphAccountRemedies } from '../../src/graph/graphAccountRemedies';
import { createMemoryDelegatedTokens } from '../../src/graph/memoryDelegatedTokens';
import type { AccountRemedies } from '../../src/ports/accountRemedies';
import type { Secret } from '../../src/secret';
import { testClient } from '../graph/testClient';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld, tokenOf } from '../fakes/standInWorld';

let world: StandInWorld;
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

const retry = { retries: 0, delaySeconds: 0, longestWaitMs: 0 };

/** Runs a scenario with the sign-ins of its approvers, an Authentication Administrator the last of them. */
async function runSignedIn(
  name: string,
  { beforeWrites = () => undefined }: { readonly beforeWrites?: (() => void) | undefined } = {},
): Promise<RemedyRequest> {
  world = await standInWorld({ approvals: { applicationRemedies: [], delegatedRemedies: remedyKinds } });
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Error('no such scenario');
  const tokens = createMemoryDelegatedTokens({ clock: () => world.time.now, capacity: 10 });
  const reader = testClient(world.graph.url, { retry });
  const remediesWith = (token: Secret): AccountRemedies => {
    const client = testClient(world.graph.url, { retry, credential: delegatedCredential(token) });
    const remedies = graphAccountRemedies(client, reader);
    return {
      ...remedies,
      removeMethod: (...given) => {
        beforeWrites();
        return remedies.removeMethod(...given);
      },
    };
  };
  Object.assign(world.deps, { delegated: { tokens, remediesWith } });
  const id = await approved(world, scenario);
  const approverId = (await world.find(id)).decision?.approverId ?? '';
  const owner = { requestId: id, approverId };
  tokens.put(owner, { token: tokenOf(people.approver), expiresAt: world.time.now + 60 * 60_000 });
  await world.run(5 * 60_000);
  return world.find(id);
}

describe("a remedy by an Authentication Administrator's own sign-in", () => {
  test('mends a number, though that administrator is shown a masked one', async () => {
    const { state } = await runSignedIn('a number of the wrong form');
    expect(state).toBe('done');
    const numbers = world
      .account(people.wrongNumber)
      .methods.flatMap((method) => (method.kind === 'phone' ? [method.number] : []));
    expect(numbers).toEqual(['+81 9023456789']);
  });

  test('is shown a masked number by the simulated Entra', async () => {
    world = await standInWorld();
    const client = testClient(world.graph.url, {
      retry,
      credential: delegatedCredential(tokenOf(people.approver)),
    });
    const id = world.account(people.wrongNumber).methods.find(({ kind }) => kind === 'phone')?.id ?? '';
    const mending = graphAccountRemedies(client).mendPhoneNumber(people.wrongNumber, id);
    await expect(mending).rejects.toMatchObject({ code: 'graph-unreadable' });
  });

  test.each([
    ['ja', '特権認証管理者'],
    ['en', 'Privileged Authentication Administrator'],
  ] as const)(
    'is refused by Entra for somebody who became an administrator meanwhile; the card (%s) says who could',
    async (language, who) => {
      const becomesAdministrator = () => {
        world.account(people.twoPhones).roles = [
          { role: 'Global Administrator', scope: '/', how: 'assigned' },
        ];
      };
      const request = await runSignedIn('an old phone', { beforeWrites: becomesAdministrator });
      expect(request.state).toBe('failed');
      expect(request.journal).toContainEqual(expect.objectContaining({ fault: 'graph-forbidden' }));
      const { card } = stateCard(world.deps.templates, request, { language, requesterName: undefined });
      expect(JSON.stringify(card)).toContain(who);
      expect(world.account(people.twoPhones).methods.filter(({ kind }) => kind === 'phone')).toHaveLength(2);
    },
  );
});
