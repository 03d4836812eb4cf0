import pino from 'pino';
import { startLanes } from '../../src/worker/jobLanes';
import { aStore } from '../storage/stored';
import { aGate, aNotebook, hour } from './aWorker';

/** The lanes over a store in which looks at people who were helped, and remedies, never come to an end by themselves. */
async function lanesFull() {
  const opened = await aStore();
  const looks = aGate();
  const remedies = aGate();
  const told = aNotebook();
  await opened.store.transaction(async (tx) => {
    for (let nth = 0; nth < 50; nth++)
      for (const kind of ['follow-recovery', 'watch-sign-ins', 'run-remedy'])
        await tx.outbox.add({ kind, payload: nth });
    await tx.outbox.add({ kind: 'tell-person', payload: 'you' });
  });
  const lanes = startLanes({
    jobs: opened.jobs,
    handlers: {
      'follow-recovery': looks.handler,
      'watch-sign-ins': looks.handler,
      'run-remedy': remedies.handler,
      'tell-person': told.handler,
    },
    clock: () => opened.time.now,
    log: pino({ level: 'silent' }),
    pollMs: hour,
  });
  await Promise.all([looks.entered, remedies.entered]);
  const end = async () => {
    looks.open();
    remedies.open();
    await lanes.stop();
    await opened.close();
  };
  return { looks, remedies, told, [Symbol.asyncDispose]: end };
}

describe('jobs that take long', () => {
  test('keep no message waiting, however many there are', async () => {
    await using full = await lanesFull();
    while (full.told.seen.length === 0) await new Promise(setImmediate);
    expect(full.told.seen).toMatchObject([{ payload: 'you' }]);
  });

  test('leave places for one another: two looks and four remedies run at once', async () => {
    await using full = await lanesFull();
    expect([full.looks.inside.length, full.remedies.inside.length]).toEqual([2, 4]);
  });
});
