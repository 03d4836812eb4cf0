import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { z } from 'zod/v4';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { isOver } from '../../src/cases/requestTransitions';
import { recordProof } from '../../src/usecases/recordProof';
import { requestRemedy } from '../../src/usecases/requestRemedy';
import { aDatabase, postgresServer } from './aDatabase';
import { aFile } from './aFile';
import { approvers, type Click, type Clicked, clickScene, remedy } from './processes/clickScene';
import { startProcess } from './processes/startProcess';
import { aCase } from './stored';

jest.setTimeout(600_000);

type Scene = Awaited<ReturnType<typeof clickScene>>;
/** One process is the usual place for a file, two are for a server: the two hundred are there, a few in the other. */
const [seeds, seedsOfTwo] = postgresServer === undefined ? [200, 20] : [20, 200];

/** Fifty presses of five approvers in an order of the seed's; in every tenth seed some say no. */
function fiftyClicks(seed: number): readonly Click[] {
  const decisions = seed % 10 === 0 ? (['approved', 'denied'] as const) : (['approved'] as const);
  const click = fc.record({ who: fc.constantFrom(...approvers), decision: fc.constantFrom(...decisions) });
  return fc.sample(click, { seed, numRuns: 50 });
}

/** A request that waits for its approval. */
async function asked({ deps }: Scene, seed: number): Promise<RemedyRequest> {
  const personId = `person-${seed}`;
  const id = `case-${seed}`;
  await deps.store.transaction((tx) =>
    tx.cases.insert(aCase({ id, personId, openerId: `asker-${seed}`, state: 'diagnosed' })),
  );
  const parties = { personId, requesterId: `asker-${seed}`, openerId: `asker-${seed}` };
  const outcome = await requestRemedy(deps, {
    ...{ caseId: id, ...parties, door: 'staff', remedy, language: 'en' },
  });
  if (!outcome.ok) throw new Error(outcome.refusal);
  const { number } = outcome.request;
  const how = { kind: 'call-back', inStaffChannel: true, conversationId: '' } as const;
  const proven = await recordProof(deps, { ...how, reference: { number }, proverId: 'desk' });
  if (!proven.ok) throw new Error(proven.refusal);
  return proven.request;
}

async function overOf({ deps }: Scene, id: string): Promise<RemedyRequest> {
  for (;;) {
    const found = await deps.store.transaction((tx) => tx.requests.find(id));
    if (found !== undefined && isOver(found.state)) return found;
    await sleep(10);
  }
}

/** Exactly one was taken, everybody else was told who it was, and the writes are those of one execution, or of none. */
function expectOneDecision(
  request: RemedyRequest,
  clicked: readonly Clicked[],
  written: readonly string[],
): void {
  const winner = clicked.filter(({ taken }) => taken);
  const { decision } = request;
  expect(winner.map(({ who }) => who)).toEqual([decision?.approverId]);
  const name = decision?.approverName ?? 'nobody';
  expect(clicked.filter(({ taken, words }) => !taken && !words.includes(name))).toEqual([]);
  const approved = decision?.decision === 'approved';
  expect(request.state).toBe(approved ? 'done' : 'denied');
  const once = [`${request.personId} loses totp`, `${request.personId} loses app`];
  expect(written).toEqual(approved ? once : []);
}

const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

describe('S10: fifty approvers who press at the same moment', () => {
  test(`decide once and have it done once (${seeds} seeds)`, async () => {
    const file = aFile();
    const scene = await clickScene(aDatabase(), file, seeds);
    for (let seed = 0; seed < seeds; seed += 1) {
      const before = linesOf(file).length;
      const { id, number } = await asked(scene, seed);
      const clicked = await scene.clicks(number, fiftyClicks(seed));
      expectOneDecision(await overOf(scene, id), clicked, linesOf(file).slice(before));
    }
    expect(await scene.opened.audit.verify()).toMatchObject({ ok: true });
    await scene.stop();
  });

  test(`also over two processes (${seedsOfTwo} seeds)`, async () => {
    const [database, file] = [aDatabase(), aFile()];
    const scene = await clickScene(database, file, seedsOfTwo);
    const processes = [1, 2].map(() => startProcess('clicker', database, file, String(seedsOfTwo)));
    const answer = async (one: (typeof processes)[number], line: number) => {
      while (one.lines().length <= line) await once(one.child.stdout, 'data');
      return one.lines()[line] ?? '';
    };
    await Promise.all(processes.map((one) => answer(one, 0)));
    for (let seed = 0; seed < seedsOfTwo; seed += 1) {
      const before = linesOf(file).length;
      const { id, number } = await asked(scene, seed);
      const clicks = fiftyClicks(seed);
      const halves = [clicks.slice(0, 25), clicks.slice(25)];
      for (const [index, one] of processes.entries())
        one.child.stdin.write(`${JSON.stringify({ number, clicks: halves[index] })}\n`);
      const answers = await Promise.all(processes.map((one) => answer(one, seed + 1)));
      const clicked = answers.flatMap((line) => answered.parse(JSON.parse(line)));
      expectOneDecision(await overOf(scene, id), clicked, linesOf(file).slice(before));
    }
    for (const { child } of processes) child.stdin.end();
    await Promise.all(processes.map((one) => one.ended()));
    expect(await scene.opened.audit.verify()).toMatchObject({ ok: true });
    await scene.stop();
  });
});

const answered = z.array(z.object({ who: z.string(), taken: z.boolean(), words: z.string() }));
