import path from 'node:path';
import { loadTemplates } from '../../src/cards/loadTemplates';
import { readKnowledge } from '../../src/readKnowledge';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { joinIncident } from '../../src/usecases/joinIncident';
import { lookForIncidents } from '../../src/usecases/noticeIncidents';
import { secureRandomness } from '../../src/usecases/randomness';
import { incidentHandlers } from '../../src/worker/tellIncident';
import { fakeMessenger } from '../fakes/fakeMessenger';
import { aCase, aStore, anAddress } from '../storage/stored';
import { aWorker } from './aWorker';

const root = path.resolve(__dirname, '../..');
const minute = 60_000;
const start = Date.UTC(2026, 10, 26, 9);

async function anIncidentWorld() {
  const read = parseKnowledge(readKnowledge(root));
  if (!read.ok) throw new Error('the knowledge is not usable');
  const opened = await aStore({ now: start });
  const { edited, messenger, posted, texts } = fakeMessenger();
  const deps = {
    store: opened.store,
    clock: () => opened.time.now,
    tenantId: anAddress().tenantId,
    random: secureRandomness,
    incidentLimits: { windowMs: 30 * minute, people: 4, cases: 3 },
  };
  const worker = await aWorker(
    incidentHandlers({
      ...deps,
      messenger,
      templates: loadTemplates(path.join(root, 'cards')),
      knowledge: read.knowledge,
      staffChannel: anAddress({ conversationId: 'staff', kind: 'channel' }),
      staffLanguage: 'en',
    }),
    { opened },
  );
  const failures = (people: number) =>
    opened.store.transaction(async (tx) => {
      const { now } = opened.time;
      const rows = Array.from({ length: people }, (_, n) => ({
        id: `f${String(n)}`,
        personId: `p${String(n)}`,
        at: now,
        code: 50087,
        body: {},
      }));
      await tx.tenant.keep('signIns', rows, now);
      await tx.tenant.saveFeed({ feed: 'signIns', readAt: now, dueAt: now, failures: 0 });
    });
  const opens = (id: string, language: 'ja' | 'en') =>
    opened.store.transaction(async (tx) => {
      await tx.cases.insert(
        aCase({ id, number: `C-${id}`, personId: id, openerId: id, language, createdAt: start }),
      );
      await tx.conversations.remember({
        address: anAddress({ conversationId: `chat-${id}` }),
        personId: id,
        language,
        updatedAt: start,
      });
    });
  const joins = (caseId: string) =>
    joinIncident(deps, {
      caseId,
      like: () => ({ codes: ['50087'], cause: undefined, sure: 0, redFlagged: false }),
    });
  return {
    ...opened,
    deps,
    edited,
    posted,
    texts,
    outbox: worker.outbox,
    failures,
    opens,
    joins,
    end: () => worker[Symbol.asyncDispose](),
  };
}

describe('an incident', () => {
  test('is one card for staff, which later cases join', async () => {
    const world = await anIncidentWorld();
    await world.failures(4);
    await lookForIncidents(world.deps);
    await world.outbox.drain();
    for (const id of ['one', 'two', 'three']) {
      await world.opens(id, 'en');
      world.time.now += minute;
      await world.joins(id);
    }
    await world.outbox.drain();
    expect(world.posted.filter(({ conversationId }) => conversationId === 'staff')).toHaveLength(1);
    expect(JSON.stringify(world.edited.at(-1)?.content)).toContain('C-one, C-two, C-three');
    await world.end();
  });

  test('is opened once, however often it is looked', async () => {
    const world = await anIncidentWorld();
    await world.failures(4);
    await lookForIncidents(world.deps);
    await lookForIncidents(world.deps);
    expect(await world.store.transaction((tx) => tx.incidents.open())).toHaveLength(1);
    await world.end();
  });

  test('that is over is told to those who wait, in their language', async () => {
    const world = await anIncidentWorld();
    await world.failures(4);
    await lookForIncidents(world.deps);
    await world.opens('one', 'ja');
    await world.opens('two', 'en');
    await world.joins('one');
    await world.joins('two');
    world.time.now += 40 * minute;
    await world.failures(0);
    await lookForIncidents(world.deps);
    await world.outbox.drain();
    expect(world.texts('chat-one').join('')).toContain('収まりました');
    expect(world.texts('chat-two').join('')).toContain('is over');
    await world.end();
  });

  test('stays open while the log cannot be read', async () => {
    const world = await anIncidentWorld();
    await world.failures(4);
    await lookForIncidents(world.deps);
    world.time.now += 40 * minute;
    await lookForIncidents(world.deps);
    expect(await world.store.transaction((tx) => tx.incidents.open())).toHaveLength(1);
    await world.end();
  });
});
