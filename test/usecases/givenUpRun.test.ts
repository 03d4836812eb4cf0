import pino from 'pino';
import { claim } from '../../src/cases/requestDecisions';
import { handleJobCommand } from '../../src/teams/handleJobCommand';
import { afterBurial, tellDeadLetterKind } from '../../src/usecases/deadLetters';
import { resumeRequest } from '../../src/usecases/resumeRequest';
import { tellDeadLetter } from '../../src/worker/tellDeadLetter';
import { requestWorld, type RequestWorld, staffChannel } from '../fakes/requestWorld';

const reset = 'require-mfa-reregistration';
const minute = 60_000;
const log = pino({ level: 'silent' });

let world: RequestWorld;
let broken = false;
beforeEach(async () => {
  broken = false;
  world = await requestWorld({
    afterBurial,
    alsoHandles: (deps) => ({ [tellDeadLetterKind]: tellDeadLetter({ ...deps, staffLanguage: 'en' }) }),
  });
  const { remedies } = world.deps;
  const removeMethod = remedies.removeMethod.bind(remedies);
  Object.assign(remedies, {
    removeMethod: (...given: Parameters<typeof removeMethod>) => {
      if (!broken) return removeMethod(...given);
      throw new TypeError('cannot read properties of nothing');
    },
  });
});
afterEach(() => world.close());

async function approved() {
  const request = await world.ask(reset);
  await world.run(1_000);
  expect(await world.decide(request.number)).toMatchObject({ ok: true });
  return request;
}

/** Twelve workers in turn take the execution and die of it. */
async function diesEachTime() {
  for (let start = 0; start < 12; start++) {
    for (const job of await world.jobs.claim(9, 1_000))
      if (job.kind !== 'run-remedy') await world.jobs.complete(job);
    world.time.now += 1_000;
  }
  await world.restartWorker();
}

const inChannel = () => world.teams.texts(staffChannel.conversationId).join('\n');

describe('a request whose execution was given up', () => {
  test('ends with the truth so far as soon as its job is dead, and everybody is told', async () => {
    broken = true;
    const { id, number } = await approved();
    await world.run(minute);
    expect(await world.find(id)).toMatchObject({ state: 'failed' });
    expect(inChannel()).toContain(`resume ${number}`);
    expect(world.teams.texts('chat-hanako').at(-1)).toContain('実行できませんでした');
  });

  test('may be resumed by staff once the cause is mended, and needs new approvals', async () => {
    broken = true;
    const { id, number } = await approved();
    await world.run(minute);
    broken = false;
    const resumed = await resumeRequest(world.deps, { number, actorId: 'desk', inStaffChannel: true });
    if (!resumed.ok) throw new Error(resumed.refusal);
    expect(resumed.request).toMatchObject({ state: 'pending', approvals: [] });
    expect(await world.find(id)).toMatchObject({ state: 'failed' });
    await world.decide(resumed.request.number);
    await world.run(minute);
    expect(await world.find(resumed.request.id)).toMatchObject({ state: 'done' });
  });

  test('because its worker died each time does not stay claimed', async () => {
    const { id } = await approved();
    await world.stopWorker();
    await world.deps.store.transaction(async (tx) => {
      const request = await tx.requests.find(id);
      const claimed = request && claim(request, world.time.now);
      if (claimed?.ok !== true) throw new Error('it cannot be claimed');
      await tx.requests.save(claimed.request);
    });
    await diesEachTime();
    await world.run(minute);
    expect(await world.find(id)).toMatchObject({ state: 'failed' });
    expect(await world.deps.store.transaction((tx) => tx.outbox.dead(9))).toMatchObject([
      { kind: 'run-remedy', fault: 'worker-died' },
    ]);
  });

  test('before anything was claimed waits as it is: its job may be run again', async () => {
    const { id } = await approved();
    await world.stopWorker();
    await diesEachTime();
    await world.run(minute);
    expect(await world.find(id)).toMatchObject({ state: 'approved' });
    const [dead] = await world.deps.store.transaction((tx) => tx.outbox.dead(9));
    expect(inChannel()).toContain('retry J-');
    const retry = { kind: 'retry', reference: dead?.id ?? '' } as const;
    const said = await handleJobCommand({ ...world.deps, log }, retry, 'desk', 'en');
    expect(said).toContain('If its request has ended, nothing is done');
    await world.run(minute);
    expect(await world.find(id)).toMatchObject({ state: 'done' });
  });
});
