import pino from 'pino';
import { readJobCommand } from '../../src/cases/jobCommand';
import { jobReference } from '../../src/cases/jobReference';
import { Fault } from '../../src/faults';
import { handleJobCommand } from '../../src/teams/handleJobCommand';
import { afterBurial, tellDeadLetterKind } from '../../src/usecases/deadLetters';
import { startOutbox } from '../../src/worker/runOutbox';
import { tellDeadLetter } from '../../src/worker/tellDeadLetter';
import { fakeMessenger } from '../fakes/fakeMessenger';
import { aStore, anAddress } from '../storage/stored';

const log = pino({ level: 'silent' });

/** A worker that gives up what Teams refuses, and tells staff. */
async function aWorld() {
  const opened = await aStore();
  const teams = fakeMessenger();
  const world = { refuses: true, done: 0 };
  const outbox = startOutbox({
    jobs: opened.jobs,
    handlers: {
      tell: () => {
        if (world.refuses) throw new Fault('teams-rejected', 'refused');
        world.done++;
        return Promise.resolve();
      },
      [tellDeadLetterKind]: tellDeadLetter({
        messenger: teams.messenger,
        store: opened.store,
        staffChannel: anAddress({ kind: 'channel', conversationId: 'staff' }),
        staffLanguage: 'en',
      }),
    },
    clock: () => opened.time.now,
    log,
    pollMs: 3_600_000,
    concurrency: 1,
    afterBurial,
    random: () => 0,
  });
  await opened.store.transaction((tx) => tx.outbox.add({ kind: 'tell', payload: null }));
  const run = async () => {
    for (let tries = 0; tries < 5; tries++) {
      await outbox.drain();
      opened.time.now += 60_000;
    }
  };
  const say = (text: string, language: 'ja' | 'en' = 'en') => {
    const command = readJobCommand(text);
    if (command === undefined) throw new Error('not a command');
    return handleJobCommand({ store: opened.store, log }, command, 'staff-1', language);
  };
  return { ...opened, teams, world, run, say, [Symbol.asyncDispose]: () => outbox.stop() };
}

describe('a job that was given up', () => {
  test('is told to staff once, with how to run it again', async () => {
    await using world = await aWorld();
    await world.run();
    const [dead] = await world.store.transaction((tx) => tx.outbox.dead(10));
    const told = world.teams.posted.map(({ content }) => content);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain(`retry ${jobReference(dead?.id ?? '')}`);
  });

  test('is listed, is run again by who asks for it, and that is in the audit trail', async () => {
    await using world = await aWorld();
    await world.run();
    const reference = /J-[0-9a-f]{8}/u.exec(await world.say('jobs'))?.[0] ?? '';
    world.world.refuses = false;
    expect(await world.say(`retry ${reference}`)).toContain('runs again');
    await world.run();
    expect(world.world.done).toBe(1);
    expect(await world.say('ジョブ', 'ja')).toBe('完了できなかった処理はありません。');
    const events = [];
    for await (const { event, actor_id } of world.audit.entries()) events.push([event, actor_id]);
    expect(events).toEqual([['job.retried', 'staff-1']]);
  });

  test('that fails again is told again', async () => {
    await using world = await aWorld();
    await world.run();
    const reference = /J-[0-9a-f]{8}/u.exec(await world.say('jobs'))?.[0] ?? '';
    await world.say(`再実行 ${reference}`, 'ja');
    await world.run();
    expect(world.teams.posted).toHaveLength(2);
  });

  test('is not run again under a reference that is none, or of a job that waits', async () => {
    await using world = await aWorld();
    expect(await world.say('retry J-%%%%%%%%'.replaceAll('%', '0'))).toContain('No job');
    expect(await world.say('retry')).toContain('number of the job');
    expect(await world.say('jobs')).toContain('no jobs');
  });
});

describe('words that are no command about jobs', () => {
  test.each(['jobs please', 'retry it later on', 'approve R-7K2M', ''])('are left to others: %s', (text) => {
    expect(readJobCommand(text)).toBeUndefined();
  });
});
