import { ActivityTypes, INVOKE_RESPONSE_KEY, TestAdapter, TurnContext } from 'botbuilder';
import fc from 'fast-check';
import { z } from 'zod/v4';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { easyPolicy } from '../fakes/policies';
import { staffChannel } from '../fakes/requestWorld';
import { changes, forged, pressed, verbs, where } from './forging';
import { ids, type RequestBot, startRequestBot } from './requestBot';

jest.setTimeout(300_000);

/** One card that waits in the staff channel, and everything that somebody's client could send back from it. */
let scene: RequestBot;
let snapshot: RemedyRequest;
let base: {
  readonly token: string;
  readonly phrase: string;
  readonly reason: string;
  readonly proof: string;
};
const speakers: string[] = [];

beforeAll(async () => {
  scene = await startRequestBot({
    database: { file: ':memory:' },
    // What is undone after each press was counted all the same.
    approvals: { policy: { ...easyPolicy, limits: { ...easyPolicy.limits, decisionsPerApprover: 1e6 } } },
    runTriage: (_context, _state, { speaker }) => {
      speakers.push(speaker.personId);
      return Promise.resolve();
    },
  });
  const { world } = scene;
  world.tenant.add(
    { id: ids.person, displayName: 'Pia Person' },
    { methods: world.tenant.of('hanako').methods },
  );
  world.tenant.of(ids.person).managerId = ids.manager;
  const parties = { personId: ids.person, requesterId: ids.person, openerId: ids.person };
  const { number } = await world.ask('require-mfa-reregistration', parties);
  await world.run(1_000);
  await world.stopWorker();
  await world.prove(number, { proverId: ids.desk });
  snapshot = await stored();
  const token = /"token":"([^"]+)"/u.exec(JSON.stringify(world.teams.cards('chat-staff')))?.[1] ?? '';
  base = { token, phrase: snapshot.phrase ?? '', reason: 'called back', proof: '' };
});
afterAll(() => scene.stop());
afterEach(reset);

async function stored(): Promise<RemedyRequest> {
  const found = await scene.world.deps.store.transaction((tx) => tx.requests.openFor(ids.person));
  return found ?? snapshot;
}

/** What a submit can change, without what the presser may say in their own words and when. */
async function fingerprint(): Promise<string> {
  const { store } = scene.world.deps;
  return store.transaction(async (tx) => {
    const request = await tx.requests.find(snapshot.id);
    const aCase = await tx.cases.find(snapshot.caseId);
    const { approvals = [], decision, proof, ...rest } = request ?? {};
    return JSON.stringify({
      ...{ ...rest, version: undefined, wrongPhrases: undefined },
      approvals: approvals.map(({ approverId, decision: said }) => [approverId, said]),
      decision: [decision?.approverId, decision?.decision],
      provenBy: proof?.proverId,
      case: [aCase?.state, aCase?.redFlags],
    });
  });
}

/** As if nobody had pressed. */
async function reset(): Promise<void> {
  await scene.world.deps.store.transaction(async (tx) => {
    const [request, found] = [await tx.requests.find(snapshot.id), await tx.cases.find(snapshot.caseId)];
    if (request === undefined || found === undefined) throw new Error('the request is gone');
    await tx.requests.save({ ...snapshot, version: request.version });
    await tx.cases.save({ ...found, state: 'remedyRequested', redFlags: undefined });
  });
}

const answer = z.object({ value: z.object({ body: z.object({ type: z.string(), value: z.unknown() }) }) });

const invokeResponse: string = ActivityTypes.InvokeResponse;

/** The route that the bot takes its buttons by, from the activity on; who sends it is vouched for and not forged here. */
async function submit(who: string, value: unknown, place: 'staffChannel' | 'personal' = 'staffChannel') {
  const { tenantId } = staffChannel;
  const personal = { id: `chat-${who}`, conversationType: 'personal', isGroup: false, tenantId };
  const channel = { id: staffChannel.conversationId, conversationType: 'channel', isGroup: true, tenantId };
  const context = new TurnContext(new TestAdapter(), {
    ...scene.bot.activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      text: undefined,
      id: undefined,
      locale: 'en-US',
    }),
    replyToId: snapshotMessage(),
    from: { id: `29:${who}`, aadObjectId: who, name: who },
    conversation: { ...(place === 'personal' ? personal : channel), name: '' },
    value,
  });
  context.onSendActivities((_turn, activities, next) => {
    for (const one of activities)
      if (one.type === invokeResponse) context.turnState.set(INVOKE_RESPONSE_KEY, one);
    return next();
  });
  await scene.bot.app.run(context);
  const given = answer.safeParse(context.turnState.get(INVOKE_RESPONSE_KEY)).data?.value.body;
  return { refused: given?.type === 'application/vnd.microsoft.error', words: JSON.stringify(given?.value) };
}

const snapshotMessage = (): string => {
  const card = scene.world.teams.posted.find(({ conversationId }) => conversationId === 'chat-staff');
  return card?.activityId ?? '';
};

const stranger = '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';
const people = [ids.approver, ids.desk, ids.guest, ids.person, ids.manager, stranger];

describe('S1: what a card sends back', () => {
  const claimed = {
    approverIds: [stranger],
    approvers: [stranger],
    approverId: ids.approver,
    from: { aadObjectId: ids.approver },
    role: 'Global Administrator',
    isAdmin: true,
    status: 'approved',
    state: 'approved',
    requestId: 'any',
    personId: 'taro',
    target: 'taro@example.com',
    plan: { remedy: 'issue-temporary-access-pass', personId: 'taro', lifetimeInMinutes: 480 },
    confirmation: { oid: ids.approver, authTime: 1_800_000_000_000 },
  };

  test('makes nobody an approver: a stranger who sends the list of approvers with themselves on it is refused', async () => {
    const before = await fingerprint();
    await submit(stranger, pressed('request/approve', { ...base, ...claimed }));
    expect(await fingerprint()).toBe(before);
    expect(scene.world.tenant.writes()).toEqual([]);
  });

  test('names no other person, plan or state: an approver who sends them decides what is stored', async () => {
    await submit(ids.approver, pressed('request/approve', { ...base, ...claimed }));
    const { decision, digest, personId, plan, state } = await stored();
    expect({ decision: decision?.approverId, digest, personId, plan, state }).toEqual({
      ...{ decision: ids.approver, digest: snapshot.digest, personId: ids.person, plan: snapshot.plan },
      state: 'approved',
    });
  });

  const baselines = new Map<string, string>();
  async function outcomeOf(who: string, verb: string, place: 'staffChannel' | 'personal'): Promise<string> {
    const key = `${who} ${verb} ${place}`;
    const known = baselines.get(key);
    if (known !== undefined) return known;
    await reset();
    await submit(who, pressed(verb, base), place);
    const came = await fingerprint();
    await reset();
    baselines.set(key, came);
    return came;
  }

  test('with any field of any submit changed or added has the outcome of the unchanged one or is refused (10,000 payloads)', async () => {
    const untouched = await fingerprint();
    const { tenant } = scene.world;
    const seen = { refused: 0, asUnchanged: 0 };
    const property = fc.asyncProperty(
      fc.constantFrom(...people),
      fc.constantFrom(...verbs),
      fc.constantFrom<'staffChannel' | 'personal'>('staffChannel', 'staffChannel', 'personal'),
      where,
      changes,
      async (who, verb, place, at, changed) => {
        const unchanged = await outcomeOf(who, verb, place);
        // Also of what is only counted, such as wrong phrases.
        await reset();
        const calls = tenant.calls.length;
        speakers.length = 0;
        const { refused } = await submit(who, forged(verb, base, at, changed), place);
        const came = await fingerprint();
        expect([untouched, unchanged]).toContain(came);
        expect(tenant.writes()).toEqual([]);
        // The speaker is who the connector vouches for, whatever was sent.
        expect(speakers.filter((speaker) => speaker !== who)).toEqual([]);
        // A refusal asked the tenant nothing.
        expect(refused ? [came, tenant.calls.length] : [untouched, calls]).toEqual([untouched, calls]);
        seen[came === untouched ? 'refused' : 'asUnchanged'] += 1;
      },
    );
    await fc.assert(property, { numRuns: 10_000 });
    expect([seen.refused > 1_000, seen.asUnchanged > 100]).toEqual([true, true]);
  });

  test('and afterwards the right person still succeeds, once', async () => {
    await submit(ids.approver, pressed('request/approve', base));
    expect((await stored()).state).toBe('approved');
    const again = await submit(ids.approver, pressed('request/approve', base));
    expect(again.words).toContain('Ada Approver');
  });
});
