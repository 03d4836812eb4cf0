import { keepHouse, keepHouseKind, scheduleKeepHouse } from '../../src/worker/keepHouse';
import { aStore } from '../storage/stored';
import pino from 'pino';
import { aWorker, hour } from './aWorker';

const keepDays = { activities: 7, jobs: 30, state: 90, cases: 0, audit: 0 };

async function aHouse() {
  const opened = await aStore({ now: 100 * 24 * hour });
  const logged: Record<string, unknown>[] = [];
  const write = (line: string) => {
    const json: unknown = JSON.parse(line);
    logged.push(Object.fromEntries(Object.entries(json ?? {})));
  };
  const deps = { ...opened, keepDays, clock: () => opened.time.now, log: pino({}, { write }) };
  const worker = await aWorker({ [keepHouseKind]: keepHouse(deps) }, { opened });
  return { ...worker, deps, logged };
}

describe('housekeeping', () => {
  test('runs once an hour, however many instances ask for it', async () => {
    await using house = await aHouse();
    const { deps, time, outbox, logged } = house;
    await Promise.all([scheduleKeepHouse(deps), scheduleKeepHouse(deps), scheduleKeepHouse(deps)]);
    const heads = [];
    for (let hours = 0; hours < 3; hours++) {
      await outbox.drain();
      heads.push(logged.filter(({ msg }) => msg === 'audit head').length);
      time.now += hour;
    }
    expect(heads).toEqual([1, 2, 3]);
  });

  test('writes the head of the audit chain into the log', async () => {
    await using house = await aHouse();
    const { deps, outbox, logged } = house;
    await house.store.transaction((tx) => tx.audit.append({ event: 'case.opened', actorId: 'monban' }));
    await scheduleKeepHouse(deps);
    await outbox.drain();
    expect(logged).toContainEqual(
      expect.objectContaining({ msg: 'audit head', ...(await house.housekeeping.auditHead()) }),
    );
  });

  test('goes on in the next hour though this one failed for good', async () => {
    await using house = await aHouse();
    const { deps, time, outbox } = house;
    Object.assign(deps, {
      housekeeping: { ...deps.housekeeping, auditHead: () => Promise.reject(new Error('a bug')) },
    });
    await scheduleKeepHouse(deps);
    for (let tries = 0; tries < 30; tries++) {
      await outbox.drain();
      time.now += 60_000;
    }
    const dead = house.lines.filter(({ msg }) => msg === 'job buried');
    expect([dead.length, await house.jobs.nextDue()]).toEqual([1, 100 * 24 * hour + hour]);
  });
});
