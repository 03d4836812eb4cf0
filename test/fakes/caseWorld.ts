import path from 'node:path';
import type { Case } from '../../src/cases/case';
import { parseOnCall } from '../../src/cases/parseOnCall';
import { readKnowledge } from '../../src/readKnowledge';
import { assess } from '../../src/triage/assess';
import type { Observation } from '../../src/triage/observation';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { handOverCase } from '../../src/usecases/handOverCase';
import { handleCase, type CaseAct, type CaseOutcome } from '../../src/usecases/handleCase';
import { relayToPerson, relayToStaff } from '../../src/usecases/relayMessage';
import { caseHandlers } from '../../src/worker/caseHandlers';
import type { CaseWorkerDeps } from '../../src/worker/caseWorkerDeps';
import type { RequestWorkerDeps } from '../../src/worker/requestWorkerDeps';
import { requestWorld, staffChannel, type WorldOptions } from './requestWorld';

const parsed = parseKnowledge(readKnowledge(path.join(__dirname, '../..')));
if (!parsed.ok) throw new Error('the knowledge is not usable');
export const { knowledge } = parsed;

const minute = 60_000;

/** Who takes cases in these stories: object ids as people have them. */
export const yu = { id: '00000000-0000-4000-8000-000000000024', name: '清水 優' };
export const dan = { id: '00000000-0000-4000-8000-000000000025', name: 'Daniel Lee' };

export type CaseWorld = Awaited<ReturnType<typeof caseWorld>>;

/** A case on its way to a person: the real store and its jobs, a Teams that is written down, a clock that the test turns. */
export async function caseWorld(
  options: WorldOptions & { readonly onCall?: string; readonly now?: number; readonly contact?: string } = {},
) {
  const { contact, now, onCall = '', ...more } = options;
  const entries = parseOnCall(onCall);
  if (!entries.ok) throw new Error(entries.problems.join('\n'));
  const withCases = (deps: RequestWorkerDeps): CaseWorkerDeps => ({
    ...deps,
    knowledge,
    claims: {
      limits: { withinMs: 30 * minute, warnBeforeMs: 10 * minute },
      onCall: { timeZone: 'Asia/Tokyo', entries: entries.entries },
    },
    helpdeskContact: contact,
  });
  const world = await requestWorld({
    ...more,
    ...(now === undefined ? {} : { time: { now } }),
    alsoHandles: (deps) => caseHandlers(withCases(deps)),
  });
  const deps = withCases(world.deps);
  for (const { id, name } of [yu, dan]) world.tenant.add({ id, displayName: name });
  let said = 0;
  const saying = (senderId: string, text: string, activityId = `said-${String((said += 1))}`) => ({
    senderId,
    activityId,
    conversationId: `chat-${senderId}`,
    text,
    files: [],
  });
  return {
    ...world,
    deps,
    /** The same for what is done to requests. */
    requests: world.deps,
    /** Does everything that is due now. */
    drain: () => world.run(0),
    async find(caseId: string): Promise<Case> {
      const found = await deps.store.transaction((tx) => tx.cases.find(caseId));
      if (found === undefined) throw new Error('no such case');
      return found;
    },
    /** Hanako asks for a person. */
    async handOver(
      findings: readonly Observation[] = [],
      wish: { readonly redFlags?: readonly string[] } = {},
    ): Promise<string> {
      const caseId = await world.openCase();
      if (wish.redFlags !== undefined) await this.flag(caseId, wish.redFlags);
      const assessment = assess(knowledge, findings);
      await handOverCase(deps, { caseId, actorId: 'hanako', assessment, findings, reason: 'asked' });
      return caseId;
    },
    async handOverAgain(caseId: string): Promise<void> {
      const assessment = assess(knowledge, []);
      await handOverCase(deps, { caseId, actorId: 'hanako', assessment, findings: [], reason: 'asked' });
    },
    async flag(caseId: string, redFlags: readonly string[]): Promise<void> {
      await deps.store.transaction(async (tx) => {
        const found = await tx.cases.find(caseId);
        if (found !== undefined) await tx.cases.save({ ...found, redFlags });
      });
    },
    async act(caseId: string, actor: { id: string; name: string }, act: CaseAct): Promise<CaseOutcome> {
      const { number } = await this.find(caseId);
      return handleCase(deps, { reference: { number }, actor, act });
    },
    /** Somebody of the staff writes in the case's thread. */
    async writeInThread(caseId: string, senderId: string, text: string, activityId?: string) {
      const { handoff } = await this.find(caseId);
      return relayToPerson(deps, handoff?.card?.activityId ?? '', saying(senderId, text, activityId));
    },
    write: (caseId: string, text: string, activityId?: string) =>
      relayToStaff(deps, caseId, saying('hanako', text, activityId)),
    /** What stands in the case's thread. */
    async thread(caseId: string): Promise<readonly string[]> {
      const { handoff } = await this.find(caseId);
      const root = handoff?.card?.activityId ?? '';
      return world.teams.texts(`${staffChannel.conversationId};messageid=${root}`);
    },
    inChannel: () => world.teams.texts(staffChannel.conversationId),
    toHanako: () => world.teams.texts('chat-hanako'),
    async events(): Promise<readonly string[]> {
      const events: string[] = [];
      for await (const { event } of world.audit.entries()) events.push(event);
      return events;
    },
    [Symbol.asyncDispose]: () => world.close(),
  };
}
