import { createServer, type Server } from 'restify';
import { mountNotMePage } from '../../src/pages/notMePage';
import { findNotMeLink, openNotMeLink, reportNotMe } from '../../src/usecases/reportNotMe';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';
import { trailOf } from '../fakes/trailOf';

/** "That was not me", by the link of a mail or a message, in a real server on the real store (SECURITY S14, S26). */
let world: RequestWorld;
let server: Server;
let requestId: string;
let link: string;

async function linkFor(personId: string): Promise<string> {
  const request = await world.find(requestId);
  const token = await world.deps.store.transaction((tx) =>
    openNotMeLink(world.deps, tx, { request, personId, language: 'ja' }),
  );
  return `${server.url}/not-me/${token}`;
}

beforeEach(async () => {
  world = await requestWorld();
  requestId = (await world.ask('require-mfa-reregistration')).id;
  server = createServer({ name: '' });
  mountNotMePage({
    findNotMe: (token) => findNotMeLink(world.deps, token),
    reportNotMe: (token) => reportNotMe(world.deps, token),
    helpdeskContact: 'extension 110',
  })(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  link = await linkFor('hanako');
});
afterEach(async () => {
  server.close();
  await world.close();
});

const press = (url: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
  fetch(url, { method: 'POST', headers });
const state = async () => (await world.find(requestId)).state;

test('opening it, as mail scanners do, changes nothing', async () => {
  const page = await (await fetch(link)).text();
  expect(page).toContain('身に覚えがない');
  expect(await state()).toBe('awaitingProof');
});

test('a press stops everything and calls security, without a sign-in', async () => {
  const page = await (await press(link)).text();
  expect(page).toContain('止めました');
  expect(await state()).toBe('frozen');
  await world.run(1_000);
  expect(world.teams.texts('chat-staff')).toHaveLength(1);
});

test('pressed again it says the same, and security is not called again', async () => {
  await press(link);
  expect((await press(link)).status).toBe(200);
  expect((await fetch(link)).status).toBe(200);
  await world.run(1_000);
  expect(world.teams.texts('chat-staff')).toHaveLength(1);
});

test('the manager is asked about the person, and is written down as the one who said it', async () => {
  const theirs = await linkFor('boss');
  expect(await (await fetch(theirs)).text()).toContain('本人に心当たりがない');
  await press(theirs);
  const frozen = (await trailOf(world.audit)).find(({ event }) => event === 'request.frozen');
  expect(frozen?.actorId).toBe('boss');
});

test.each<[string, () => Promise<Response>, number]>([
  ['sent from another site', () => press(link, { 'sec-fetch-site': 'cross-site' }), 403],
  ['made up', () => press(`${server.url}/not-me/${'x'.repeat(43)}`), 410],
])('one that is %s stops nothing', async (_what, send, status) => {
  expect((await send()).status).toBe(status);
  expect(await state()).toBe('awaitingProof');
});

describe('one that is older than two weeks', () => {
  beforeEach(() => {
    world.time.now += 14 * 24 * 60 * 60_000;
  });

  test('says so and whom to call, and opening it changes nothing', async () => {
    const answer = await fetch(link);
    expect(answer.status).toBe(410);
    const page = await answer.text();
    expect(page).toContain('14 日が過ぎています');
    expect(page).toContain('extension 110');
    expect(await world.deps.store.transaction((tx) => tx.cases.redFlagsOf('hanako'))).toEqual([]);
  });

  test('stops nothing by itself when it is pressed, but security is called, once', async () => {
    expect(await (await press(`${link}?lang=en`)).text()).toContain('Security has been told');
    expect((await press(link)).status).toBe(410);
    expect(await state()).toBe('awaitingProof');
    expect(await world.deps.store.transaction((tx) => tx.cases.redFlagsOf('hanako'))).toEqual([
      'not_me_reported',
    ]);
    await world.run(1_000);
    const alarms = world.teams.texts('chat-staff').filter((text) => text.includes('【セキュリティ】'));
    expect(alarms).toHaveLength(1);
  });
});
