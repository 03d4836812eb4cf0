import type { RemedyKind } from '../../src/cases/remedyPlan';
import { requestJobKinds } from '../../src/usecases/requestJobs';
import { runRemedy } from '../../src/worker/runRemedy';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

describe('S10: workers that have the same job at the same time', () => {
  const rows: [RemedyKind, string[]][] = [
    [
      'require-mfa-reregistration',
      ['removeMethod:alternate', 'removeMethod:mobile', 'removeMethod:totp', 'removeMethod:app'],
    ],
    ['issue-temporary-access-pass', ['issuePass']],
  ];

  const jobs = (requestId: string, attempt: number) =>
    ['1', '2', '3', '4'].map((lease) => ({
      id: 'job',
      kind: requestJobKinds.runRemedy,
      payload: { requestId },
      attempt,
      lease,
    }));

  async function approved(remedy: RemedyKind): Promise<string> {
    const request = await world.ask(remedy);
    await world.run(1_000);
    await world.stopWorker();
    await world.decide(request.number);
    return request.id;
  }

  test.each(rows)('write once (%s)', async (remedy, writes) => {
    const id = await approved(remedy);
    const runs = await Promise.allSettled(jobs(id, 1).map((job) => runRemedy(world.deps)(job)));
    expect(world.tenant.writes()).toEqual(writes);
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each(rows)('write once where they pick up what a crash left (%s)', async (remedy, writes) => {
    const id = await approved(remedy);
    const working = { ...world.deps.remedies };
    const crash = () => Promise.reject(new Error('the process ended here'));
    Object.assign(world.deps.remedies, { removeMethod: crash, issuePass: crash });
    await Promise.allSettled(
      jobs(id, 1)
        .slice(0, 1)
        .map((job) => runRemedy(world.deps)(job)),
    );
    Object.assign(world.deps.remedies, working);
    expect((await world.find(id)).state).toBe('running');
    await Promise.allSettled(jobs(id, 2).map((job) => runRemedy(world.deps)(job)));
    expect(world.tenant.writes()).toEqual(writes);
  });
});
