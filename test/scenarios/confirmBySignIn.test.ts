import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import { webVisitor, type Seen, type WebVisitor } from '../fakes/webVisitor';
import { linkIn, openSeats, type Seats } from './openSeats';
import { startSandbox, type Sandbox } from './sandbox';

/** From the press on a card through Entra's sign-in to the write in the tenant, all over HTTP (SECURITY S7). */
const box = path.resolve(__dirname, '../../src/cases/policy/approval-policy.yaml');
const folder = mkdtempSync(path.join(tmpdir(), 'monban-policy-'));
const policy = path.join(folder, 'policy.yaml');
const satoshi = personId(21);
const grace = personId(22);
const yu = personId(24);

jest.setTimeout(60_000);

const trustedBefore = getCACertificates();
let sandbox: Sandbox;
let seats: Seats;
beforeAll(async () => {
  // As in the box, but every sign-in has to meet an authentication context, without which none proves an identity.
  const text = readFileSync(box, 'utf8').replace('authContexts: []', 'authContexts: [c1]');
  writeFileSync(policy, text.replace('requestsPerRequester: 5', 'requestsPerRequester: 50'));
  sandbox = await startSandbox({ MONBAN_POLICY_FILE: policy });
  setDefaultCACertificates([...trustedBefore, sandbox.standIns.caPem]);
  seats = await openSeats(sandbox.standIns.chatUrl);
  await seats.write(chatOf(satoshi), satoshi, 'hello');
});
afterAll(async () => {
  setDefaultCACertificates(trustedBefore);
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const chatOf = (id: string) => seats.chatOf(id);
const seen: Seats['seen'] = (...given) => seats.seen(...given);

/** Staff ask for a caller. The request's number. */
async function openRequest(userName: string): Promise<string> {
  const { channel, messagesOf, write } = seats;
  const before = (await messagesOf(channel, yu)).length;
  await write(channel, yu, `reset for ${userName}`);
  for (let looked = 0; looked < 200; looked++) {
    const said = (await messagesOf(channel, yu)).slice(before).map(({ text }) => text ?? '');
    const number = /(?:申請|request) (R-\w{4})/iu.exec(said.join('\n'))?.[1];
    if (number !== undefined) return number;
    await sleep(50);
  }
  throw new Error('no request was opened');
}

/** And call back. */
async function provenRequest(userName: string): Promise<string> {
  const number = await openRequest(userName);
  await seats.write(seats.channel, yu, `proof ${number} call-back`);
  return number;
}

/** Satoshi presses "approve" on his own card, and gets the link to confirm. */
async function pressApprove(number: string, more = {}): Promise<string> {
  const card = await seen(chatOf(satoshi), satoshi, new RegExp(`${number}.*request/approve`, 'u'));
  const token = /"verb":"request\/approve".*?"token":"([^"]+)"/u.exec(JSON.stringify(card))?.[1];
  await seats.press(chatOf(satoshi), satoshi, card.id, {
    verb: 'request/approve',
    data: { token, reason: 'Called back at the number on file.', ...more },
  });
  const answered = await seen(chatOf(satoshi), satoshi, new RegExp(`${number}.*/confirm/`, 'u'));
  expect(JSON.stringify(answered.cards)).toContain(`${linkIn(answered)}?go=sign-in`);
  return linkIn(answered);
}

/** Opens the link and presses its button: the page that leads on to Entra. */
async function leave(browser: WebVisitor, link: string): Promise<string> {
  const leaving = await browser.send(await browser.open(link));
  const address = /<a href="([^"]+)" rel="noreferrer">/u.exec(leaving.text)?.[1] ?? '';
  return address.replaceAll('&amp;', '&');
}

async function signIn(browser: WebVisitor, link: string, person: string, more = {}): Promise<Seen> {
  return browser.send(await browser.open(await leave(browser, link)), { person, ...more });
}

/** What was written in somebody's account, and in whose name. */
const writes = (id: string) =>
  sandbox.standIns.graph
    .log()
    .filter(({ method, path: called }) => method !== 'GET' && called.includes(`/users/${id}/authentication/`))
    .map(({ personId: name }) => name);

test('S7: pressed, confirmed by signing in, and done in the approver’s own name', async () => {
  const hanako = personId(1);
  const number = await provenRequest('hanako.sato@hanamachi.example');
  const link = await pressApprove(number);
  expect(writes(hanako)).toEqual([]);
  const done = await signIn(webVisitor(), link, satoshi);
  expect([done.status, done.url]).toEqual([200, link]);
  await seen(seats.channel, yu, new RegExp(`${number}.*完了`, 'u'));
  const names = writes(hanako);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names)).toEqual(new Set([satoshi]));
});

test('S7: without, with an old, with another’s or for another request’s sign-in nothing changes; then once', async () => {
  const ichiro = personId(2);
  const number = await provenRequest('ichiro.suzuki@hanamachi.example');
  const link = await pressApprove(number);
  const callback = new URL('/confirm/callback', link).toString();
  const browser = webVisitor();

  // No sign-in: given up at Entra, then an answer made up for a sign-in that nobody began.
  expect((await signIn(browser, link, satoshi, { cancel: 'cancel' })).status).toBe(403);
  expect((await browser.open(`${callback}?code=made-up&state=made-up`)).status).toBe(403);
  // One of ten minutes ago, and somebody else's.
  expect((await signIn(browser, link, satoshi, { minutesAgo: '10' })).status).toBe(409);
  expect((await signIn(webVisitor(), link, grace)).status).toBe(403);
  // A good code, brought back by another browser, and as the answer to the sign-in for another request.
  const other = await pressApprove(await provenRequest('emma.wilson@hanamachi.example'));
  const began = new URL(await leave(browser, other)).searchParams.get('state') ?? '';
  browser.stopAt(callback);
  const back = new URL((await signIn(browser, link, satoshi)).url);
  browser.stopAt(undefined);
  expect((await webVisitor().open(back.toString())).status).toBe(403);
  const mixed = new URL(back);
  mixed.searchParams.set('state', began);
  expect((await browser.open(mixed.toString())).status).toBe(403);
  expect(writes(ichiro)).toEqual([]);
  expect(writes(personId(5))).toEqual([]);

  // The right person, once; what is replayed does nothing more.
  browser.stopAt(callback);
  const good = (await signIn(browser, link, satoshi)).url;
  browser.stopAt(undefined);
  expect((await browser.open(good)).status).toBe(200);
  await seen(seats.channel, yu, new RegExp(`${number}.*完了`, 'u'));
  const once = writes(ichiro);
  expect(new Set(once)).toEqual(new Set([satoshi]));
  expect((await browser.open(good)).status).toBe(403);
  expect((await webVisitor().open(link)).status).toBe(410);
  expect(writes(ichiro)).toEqual(once);
});

test('an approver acts with two presses and one sign-in: the card with proof and reason, its link, and it is done', async () => {
  const done: string[] = [];
  const number = await openRequest('naoki.watanabe@hanamachi.example');
  const link = await pressApprove(number, { proof: 'call-back' });
  done.push('press');
  // A browser follows the page that leads on by itself.
  const browser = webVisitor();
  const [, onward = ''] = /http-equiv="refresh" content="0;url=([^"]+)"/u.exec(
    (await browser.open(`${link}?go=sign-in`)).text,
  ) ?? [''];
  done.push('press');
  const after = await browser.send(await browser.open(onward.replaceAll('&amp;', '&')), { person: satoshi });
  done.push('sign-in');
  expect([after.status, after.text.includes('承認しました')]).toEqual([200, true]);
  await seen(seats.channel, yu, new RegExp(`${number}.*完了`, 'u'));
  expect(done).toEqual(['press', 'press', 'sign-in']);
  expect(new Set(writes(personId(7)))).toEqual(new Set([satoshi]));
});

test('S6: the person proves who they are by a method that is left: their own fresh sign-in, on the page', async () => {
  const olivia = personId(13);
  await seats.write(chatOf(olivia), olivia, 'hello');
  const number = await openRequest('olivia.smith@hanamachi.example');
  const link = linkIn(await seen(chatOf(olivia), olivia, new RegExp(`${number}.*/confirm/`, 'u')));
  expect((await signIn(webVisitor(), link, satoshi)).status).toBe(403);
  const proven = await signIn(webVisitor(), link, olivia);
  expect([proven.status, proven.text.includes('You have proven who you are')]).toEqual([200, true]);
  await seen(seats.channel, yu, new RegExp(`${number}.*残っている方法でサインインした`, 'u'));
  expect((await signIn(webVisitor(), await pressApprove(number), satoshi)).status).toBe(200);
  await seen(seats.channel, yu, new RegExp(`${number}.*完了`, 'u'));
  expect(new Set(writes(olivia))).toEqual(new Set([satoshi]));
});

test('S11: a restart in the middle loses the token: who approved is told, signs in again, and it is finished', async () => {
  const james = personId(6);
  const faults = `${sandbox.standIns.graphUrl}/sandbox/faults`;
  const number = await provenRequest('james.brown@hanamachi.example');
  await fetch(faults, {
    method: 'POST',
    body: JSON.stringify({ match: { method: 'DELETE' }, fault: '503' }),
  });
  const before = writes(james).length;
  await signIn(webVisitor(), await pressApprove(number), satoshi);
  while (writes(james).length === before) await sleep(50);
  await sandbox.restartBot('stop');
  await fetch(faults, { method: 'DELETE' });
  const asked = await seen(chatOf(satoshi), satoshi, /(?:in the middle|途中).*\/confirm\//u, 600);
  expect((await signIn(webVisitor(), linkIn(asked), satoshi)).status).toBe(200);
  await seen(seats.channel, yu, new RegExp(`${number}.*完了`, 'u'));
  expect(new Set(writes(james))).toEqual(new Set([satoshi]));
});
