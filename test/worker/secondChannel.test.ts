import { Fault } from '../../src/faults';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { usualMethods } from '../fakes/requestPeople';
import { people, standInWorld } from '../fakes/standInWorld';
import { graphMailer } from '../../src/graph/graphMailer';
import { testClient } from '../graph/testClient';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';
import { trailOf } from '../fakes/trailOf';

/** The person is told on a second way: whoever holds their chat may not be them (SECURITY S4, S14). */
const reset = 'require-mfa-reregistration';
const address = 'hanako@example.com';
let world: RequestWorld;
let mails: { to: string; subject: string; text: string }[];
let faults: Fault[];

beforeEach(async () => {
  world = await requestWorld();
  world.tenant.add({ id: 'boss', displayName: 'Bea Boss' });
  world.tenant.add(
    { id: 'hanako', displayName: '佐藤 花子', mail: address },
    { managerId: 'boss', methods: [...usualMethods] },
  );
  mails = [];
  faults = [];
});
afterEach(() => world.close());

/** As where MONBAN_NOTICE_MAILBOX is set. */
function withMail(): void {
  const send = (mail: (typeof mails)[number]): Promise<void> => {
    const fault = faults.shift();
    if (fault !== undefined) return Promise.reject(fault);
    mails.push(mail);
    return Promise.resolve();
  };
  Object.assign(world.deps, { mailer: { send } });
}

async function done(): Promise<RemedyRequest> {
  const request = await world.ask(reset);
  await world.run(1_000);
  await world.decide(request.number);
  await world.run();
  return world.find(request.id);
}

const trail = async () => (await trailOf(world.audit)).map(({ event }) => event);

test('by mail where a mailbox is set: when it is asked for and when it is done, each once, in their language', async () => {
  withMail();
  const { number } = await done();
  expect(mails.map(({ to }) => to)).toEqual([address, address]);
  expect(mails.map(({ subject }) => subject.includes(number))).toEqual([true, true]);
  expect(mails[0]?.text).toContain('出されました');
  expect(mails[1]?.text).toContain('完了しました');
  expect(await trail()).toContain('request.toldElsewhere');
});

test('a mail carries a link for "that was not me", and never the phrase, a method or a number', async () => {
  withMail();
  const { phrase = 'none' } = await done();
  for (const { subject, text } of mails) {
    expect(text).toMatch(/https:\/\/monban\.example\.com\/not-me\/[\w-]{20,}/u);
    expect(subject + text).not.toContain(phrase);
    expect(subject + text).not.toMatch(/••••|Authenticator/u);
  }
});

test('mail that cannot go now is tried again, and is sent once', async () => {
  withMail();
  faults = [1, 2, 3].map(() => new Fault('graph-unreachable', 'Graph: 503', { retryable: true }));
  await world.ask(reset);
  await world.run();
  expect(mails).toHaveLength(1);
});

test.each<[string, () => void]>([
  ['no mailbox is set', () => undefined],
  [
    'the mailbox may not be used',
    () => {
      withMail();
      faults = [1, 2].map(() => new Fault('graph-forbidden', 'no Mail.Send', { status: 403 }));
    },
  ],
])('through the manager in Teams, once something has come of it, where %s', async (_why, prepare) => {
  prepare();
  await world.remember('boss', 'en');
  await done();
  const told = world.teams.texts('chat-boss');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/佐藤 花子, whose manager you are.* is done\..*\/not-me\//su);
});

test('a manager who asked for it is no second witness', async () => {
  await world.remember('boss', 'en');
  const request = await world.ask(reset, { requesterId: 'boss', openerId: 'boss' });
  await world.run(1_000);
  await world.decide(request.number);
  await world.run();
  expect(world.teams.texts('chat-boss').join()).not.toContain('whose manager you are');
  expect(await trail()).toContain('request.notToldElsewhere');
});

test('who blocked the bot hears by mail of everything, and staff are left alone', async () => {
  withMail();
  const request = await world.ask(reset);
  await world.run(1_000);
  world.teams.failNext('post', 'chat-hanako', new Fault('teams-rejected', 'blocked', { status: 403 }));
  await world.decide(request.number, { decision: 'denied' });
  await world.run();
  expect(mails.at(-1)?.text).toContain('承認されませんでした');
  expect(JSON.stringify(world.teams.posted)).not.toContain('削除またはブロック');
});

test('without a chat with the bot everything is told by mail', async () => {
  withMail();
  world.tenant.add({ id: 'nochat', mail: 'nora@example.com' }, { methods: [...usualMethods] });
  const request = await world.ask(reset, {
    personId: 'nochat',
    requesterId: 'desk',
    openerId: 'desk',
    door: 'staff',
  });
  await world.run(1_000);
  await world.decide(request.number, { decision: 'denied' });
  await world.run();
  expect(mails.map(({ to }) => to)).toEqual(['nora@example.com', 'nora@example.com']);
});

test('after a denial whoever had approved is told, and the one who denied is not', async () => {
  world.tenant.add(
    { id: 'hanako', displayName: '佐藤 花子' },
    { standing: { roles: [], inRoleAssignableGroup: true }, methods: [...usualMethods] },
  );
  for (const id of ['paa1', 'paa2']) await world.remember(id);
  const request = await world.ask(reset);
  await world.prove(request.number, { proverId: 'desk' });
  expect(await world.decide(request.number, { approverId: 'paa1' })).toMatchObject({ ok: true });
  expect(await world.decide(request.number, { approverId: 'paa2', decision: 'denied' })).toMatchObject({
    ok: true,
  });
  await world.run();
  expect(world.teams.texts('chat-paa1').join()).toContain('denied by another approver');
  expect(world.teams.texts('chat-paa2')).toEqual([]);
});

test('over HTTP: Graph takes the mail from that one mailbox, and from no other permission than Mail.Send', async () => {
  const mailbox = people.helpdesk;
  const standIn = await standInWorld({
    approvals: { approverIds: [people.approver], applicationRemedies: [reset] },
  });
  const retry = { retries: 0, delaySeconds: 0, longestWaitMs: 0 };
  Object.assign(standIn.deps, { mailer: graphMailer(testClient(standIn.graph.url, { retry }), mailbox) });
  const personId = people.newPhone;
  await standIn.ask(reset, { personId, requesterId: personId, openerId: personId });
  await standIn.run(1_000);
  expect(standIn.simulated.mails).toMatchObject([{ from: mailbox, to: [standIn.account(personId).upn] }]);
  const violations = standIn.graph.violations();
  await standIn.close();
  expect(violations).toEqual([]);
});
