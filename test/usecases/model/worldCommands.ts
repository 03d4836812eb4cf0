import { sha256 } from '../../../src/usecases/sha256';
import { afterJobs, became } from './jobRules';
import { command, type Command, type Real } from './modelCommand';
import { standingOf, type TenantCall } from './modelWorld';
import { minute, type Model, type Role } from './referenceModel';

export const becomes = (who: 'admin' | 'admin2' | 'paa1' | 'paa2', role: Role): Command =>
  command(`${who} is ${role} from now on`, (model, { world }) => {
    model.role[who] = role;
    world.tenant.of(who).standing = standingOf(role);
    return Promise.resolve({ expected: 0, actual: 0 });
  });

export const concerns = (privileged: boolean): Command =>
  command(`she is ${privileged ? '' : 'no '}administrator from now on`, (model, { world }) => {
    model.privileged = privileged;
    world.tenant.of('hanako').standing = standingOf(privileged ? 'other' : 'none');
    return Promise.resolve({ expected: 0, actual: 0 });
  });

export const pass = (minutes: number): Command =>
  command(`${minutes} min pass`, (model) => {
    model.now += minutes * minute;
    return Promise.resolve({ expected: 0, actual: 0 });
  });

export const restart = (): Command =>
  command('restart', async (model, { world }) => {
    await world.restart();
    for (const request of model.requests) request.tokenOf = undefined;
    return { expected: 0, actual: 0 };
  });

/** The jobs run, the clock with them; the tenant may fail to answer one call. */
export const run = (forMs: number, fault?: TenantCall): Command =>
  command(
    `run for ${forMs} ms${fault === undefined ? '' : ` (no answer to ${fault})`}`,
    async (model, real) => {
      const { world } = real;
      if (fault !== undefined) for (const request of model.requests) request.stalled = true;
      const until = model.now + forMs;
      const allowed = model.requests.map((request) => afterJobs(model, request, until));
      await world.run(until, fault);
      const states = (await world.requests()).map(({ state }) => state);
      for (const [index, request] of model.requests.entries())
        became(model, request, states[index] ?? request.state);
      await takeLinks(model, real);
      const fits = states.map((state, index) => allowed[index]?.includes(state) === true);
      return { actual: fits.every(Boolean) ? [] : states, expected: fits.every(Boolean) ? [] : allowed };
    },
  );

/** Who was asked to sign in once more has a link more. */
async function takeLinks(model: Model, { links, world }: Real): Promise<void> {
  for (const secret of world.linksAgain().filter((one) => !links.includes(one))) {
    const found = await world
      .now()
      .deps.store.transaction((tx) => tx.confirmations.byTokenHash(sha256(secret)));
    const request = model.requests[world.requestIds.indexOf(found?.requestId ?? '')];
    const who = request?.approvals.at(-1);
    if (found === undefined || request === undefined) throw new Error('a link to no request');
    // Voided meanwhile: the link is good for nothing, and the rules need not know it.
    if (who === undefined) continue;
    model.links.push({ request, who, again: true, until: found.expiresAt, used: false });
    links.push(secret);
  }
}
