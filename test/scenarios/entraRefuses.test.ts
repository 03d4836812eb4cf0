import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import { webVisitor } from '../fakes/webVisitor';
import { approverSeat, type ApproverSeat } from './approverSeat';
import { canary, startSandbox, type Sandbox } from './sandbox';

/** With the approver's own sign-in: what Entra refuses by role, and what only the approver is shown. All over HTTP. */
const satoshi = personId(21);
const yu = personId(24);
const emma = personId(5);

jest.setTimeout(60_000);

const trustedBefore = getCACertificates();
let sandbox: Sandbox;
let seat: ApproverSeat;
beforeAll(async () => {
  sandbox = await startSandbox();
  setDefaultCACertificates([...trustedBefore, sandbox.standIns.caPem]);
  seat = await approverSeat(sandbox.standIns.chatUrl);
});
afterAll(async () => {
  setDefaultCACertificates(trustedBefore);
  await sandbox.close();
});

const deletes = () =>
  sandbox.standIns.graph
    .log()
    .filter(({ method, path }) => method === 'DELETE' && path.includes(`/users/${emma}/`));

function emmaHolds(role: 'Global Administrator'): void {
  const account = sandbox.standIns.tenant.find(emma);
  if (account === undefined) throw new Error('no such person');
  account.roles = [{ role, scope: '/', how: 'assigned' }];
}

test('an Authentication Administrator signs in; Entra refuses once the person is privileged, and Monban says who could', async () => {
  const { link, number } = await seat.askAndApprove('reset for emma.wilson@hanamachi.example');
  // The first removal goes through; the second waits in the stand-in until Emma has become an administrator.
  await fetch(`${sandbox.standIns.graphUrl}/sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ match: { method: 'DELETE' }, fault: 'slow', delayMs: 1500, skip: 1 }),
  });
  expect((await seat.signIn(webVisitor(), link)).status).toBe(200);
  while (deletes().length === 0) await sleep(20);
  emmaHolds('Global Administrator');
  const card = JSON.stringify(
    await seat.seen(seat.channel, yu, new RegExp(`${number}.*特権認証管理者`, 'u')),
  );
  expect(card).toContain('一部だけ完了');
  expect(card).toContain(`UserAuthMethods/userId/${emma}`);
  expect(deletes().map(({ personId: name, status }) => [name, status])).toEqual([
    [satoshi, 204],
    [satoshi, 403],
  ]);
  await fetch(`${sandbox.standIns.graphUrl}/sandbox/faults`, { method: 'DELETE' });
});

test('S15: a pass is shown on the confirmation page, to the approver who signed in there, once', async () => {
  const { link, number } = await seat.askAndApprove('pass for hanako.sato@hanamachi.example');
  const browser = webVisitor();
  let page = await seat.signIn(browser, link);
  for (let looked = 0; !page.text.includes('show=pass') && looked < 200; looked++) {
    await sleep(50);
    page = await browser.open(link);
  }
  expect(page.text).not.toContain(canary);
  const elsewhere = await webVisitor().open(link);
  expect([elsewhere.status, elsewhere.text.includes('show=pass')]).toEqual([410, false]);
  const shown = (await browser.send(page)).text.replace(/<[^>]+>/gu, '');
  expect(shown).toContain(canary);
  const again = await browser.send(page);
  expect([again.status, again.text.includes(canary)]).toEqual([410, false]);
  await seat.seen(seat.channel, yu, new RegExp(`${number}.*完了`, 'u'));
});
