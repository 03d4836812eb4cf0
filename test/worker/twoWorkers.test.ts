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

  test.each(rows)('write once (%s)', async (remedy, writes) => {
    const request = await world.ask(remedy);
    await world.run(1_000);
    await world.stopWorker();
    await world.decide(request.number);
    const job = (lease: string) => ({
      id: 'job',
      kind: requestJobKinds.runRemedy,
      payload: { requestId: request.id },
      attempt: 1,
      lease,
    });
    const runs = await Promise.allSettled(
      ['1', '2', '3', '4'].map((lease) => runRemedy(world.deps)(job(lease))),
    );
    expect(world.tenant.writes()).toEqual(writes);
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
