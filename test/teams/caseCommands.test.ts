import { z } from 'zod/v4';
import { handOverCase } from '../../src/usecases/handOverCase';
import { assess } from '../../src/triage/assess';
import { caseHandlers } from '../../src/worker/caseHandlers';
import { knowledge } from '../fakes/caseWorld';
import { usualMethods } from '../fakes/requestPeople';
import { staffChannel } from '../fakes/requestWorld';
import { tenantId } from './localBot';
import { ids, type RequestBot, startRequestBot } from './requestBot';

/** What staff type, over HTTP: in the channel, in a case's thread, in their own chat. */
let started: RequestBot;
beforeEach(async () => {
  started = await startRequestBot({
    runTriage: async (context) => {
      await context.sendActivity('the triage speaks');
    },
    alsoHandles: (deps) =>
      caseHandlers({
        ...deps,
        knowledge,
        claims: {
          limits: { withinMs: 1_800_000, warnBeforeMs: 600_000 },
          onCall: { timeZone: 'Asia/Tokyo', entries: [] },
        },
        helpdeskContact: undefined,
      }),
  });
  started.world.tenant.add({ id: ids.person, displayName: 'Pia Person' }, { methods: [...usualMethods] });
});
afterEach(() => started.stop());

async function handedOver(
  personId: string = ids.person,
): Promise<{ id: string; number: string; root: string }> {
  const { deps } = started.world;
  const id = await started.world.openCase(personId);
  await handOverCase(deps, {
    caseId: id,
    actorId: personId,
    assessment: assess(knowledge, []),
    findings: [],
    reason: 'asked',
  });
  await started.world.run(0);
  const found = await deps.store.transaction((tx) => tx.cases.find(id));
  return { id, number: found?.number ?? '', root: found?.handoff?.card?.activityId ?? '' };
}

const shown = z.looseObject({
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});

/** Somebody writes; what the bot answers there. */
async function says(
  who: string,
  text: string,
  place: { root?: string; personal?: boolean } = {},
): Promise<string> {
  const before = started.bot.connector.calls.length;
  const { conversationId } = staffChannel;
  const conversation = place.personal
    ? { id: `a:${who}`, conversationType: 'personal', tenantId }
    : {
        id: place.root === undefined ? conversationId : `${conversationId};messageid=${place.root}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId,
      };
  const from = { id: `29:${who}`, aadObjectId: who };
  await started.bot.send(started.bot.activity({ from, conversation, text, locale: 'en-US' }));
  return started.bot.connector.calls
    .slice(before)
    .map(({ activity }) => shown.parse(activity))
    .map(({ attachments, text: words = '' }) => words + JSON.stringify(attachments ?? ''))
    .join('\n');
}

async function trail(): Promise<readonly string[]> {
  const events: string[] = [];
  for await (const { actor_id, event } of started.world.audit.entries()) events.push(`${event} ${actor_id}`);
  return events;
}

describe('in the thread of a case', () => {
  test('it is claimed, noted on, asked for, proven and resolved without ever naming it', async () => {
    const { id, root } = await handedOver();
    expect(await says(ids.desk, 'claim', { root })).toContain('You have case');
    expect(await says(ids.desk, 'note called back, no answer', { root })).toContain('does not see it');
    expect(await says(ids.desk, 'ask for reset', { root })).toMatch(/Request R-\w{4,} has been made/u);
    // Who asks for it does not also make sure of the identity (S3): a colleague does.
    expect(await says(ids.desk, 'proof call-back', { root })).toContain('ask a colleague');
    expect(await says(ids.approver, 'proof call-back', { root })).toMatch(
      /proof of identity .* is recorded/u,
    );
    expect(await says(ids.desk, 'resolve', { root })).toContain('is resolved');
    const found = await started.world.deps.store.transaction((tx) => tx.cases.find(id));
    expect(found?.handoff?.notes).toMatchObject([{ byName: 'Dora Desk', text: 'called back, no answer' }]);
    const request = await started.world.deps.store.transaction((tx) => tx.requests.latestFor(ids.person));
    expect(request).toMatchObject({ caseId: id, requesterId: ids.desk, proof: { kind: 'call-back' } });
  });

  test('it is handed on to a colleague who is staff, and to nobody else', async () => {
    const { root } = await handedOver();
    await says(ids.desk, 'claim', { root });
    const address = async (id: string) =>
      (await started.world.deps.directory.person(id))?.userPrincipalName ?? '';
    expect(await says(ids.desk, `hand on ${await address(ids.person)}`, { root })).toContain(
      'not in the staff',
    );
    expect(await says(ids.desk, 'hand on nobody@example.com', { root })).toContain(
      'nobody with this address',
    );
    expect(await says(ids.desk, `hand on ${await address(ids.approver)}`, { root })).toContain(
      'Ada Approver',
    );
  });

  test('what is no command goes to the person, and only once somebody has it', async () => {
    const { root } = await handedOver();
    expect(await says(ids.desk, 'are you there?', { root })).toContain('claim');
    await says(ids.desk, 'claim', { root });
    expect(await says(ids.desk, 'are you there?', { root })).toBe('');
  });
});

describe('the lists', () => {
  test('show who waits, whose a case is, and the queue page by page', async () => {
    const people = Array.from(
      { length: 12 },
      (_none, n) => `00000000-0000-4000-8000-0000000001${String(n + 10)}`,
    );
    for (const id of people) started.world.tenant.add({ id, displayName: `Person ${id.slice(-2)}` });
    const cases: { number: string }[] = [];
    for (const id of people) {
      cases.push(await handedOver(id));
      started.world.time.now += 1000;
    }
    await says(ids.desk, `claim ${cases[0]?.number ?? ''}`);
    expect(await says(ids.desk, 'my cases')).toMatch(/Your cases: 1\n.*Person 10/u);
    expect(await says(ids.desk, 'who is waiting?')).toContain('Waiting: 11');
    const first = await says(ids.desk, 'queue');
    expect(first).toContain('Open cases: 12');
    const next = /"(?<command>queue after [^"\\]+)/u.exec(first)?.groups?.['command'] ?? '';
    expect(next).toBe(`queue after ${cases[9]?.number ?? ''}`);
    expect(await says(ids.desk, next)).toMatch(/Person 20[^]*Person 21/u);
    expect(await says(ids.desk, 'queue nobody newest')).toMatch(/Open cases: 11\n[^\n]*Person 21/u);
  });

  test('are to be had in a chat by staff; to others the words are words like any', async () => {
    await handedOver();
    expect(await says(ids.desk, 'who is waiting', { personal: true })).toContain('Waiting: 1');
    expect(await says(ids.guest, 'who is waiting', { personal: true })).toContain('the triage speaks');
  });
});

test('each look at a case is in the audit trail, with who looked (S8)', async () => {
  const { number } = await handedOver();
  expect(await says(ids.desk, `case ${number}`)).toContain('Pia Person');
  await says(ids.approver, 'queue');
  expect(await trail()).toEqual(
    expect.arrayContaining([`case.looked ${ids.desk}`, `cases.listed ${ids.approver}`]),
  );
});

test('"stop" says what can be stopped, and stops nothing', async () => {
  expect(await says(ids.desk, 'stop')).toContain('stop everything <reason>');
});

test('a button of a case card acts on the case of its own message only, and only in the channel', async () => {
  const [one, other] = [await handedOver(), await handedOver(ids.manager)];
  await started.send(ids.desk, 'case/claim', {
    activityId: one.root,
    data: { case: other.id, id: other.id },
  });
  const owners = await started.world.deps.store.transaction(async (tx) => [
    (await tx.cases.find(one.id))?.ownerId,
    (await tx.cases.find(other.id))?.ownerId,
  ]);
  expect(owners).toEqual([ids.desk, undefined]);
  await started.send(ids.approver, 'case/claim', { activityId: other.root, conversationId: 'a:chat' });
  expect(
    (await started.world.deps.store.transaction((tx) => tx.cases.find(other.id)))?.ownerId,
  ).toBeUndefined();
});
