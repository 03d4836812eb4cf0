import { setTimeout as sleep } from 'node:timers/promises';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import { serviceNowRoute, ticketServer } from '../tickets/ticketServers';
import { openSeats, type Seats } from './openSeats';
import { type Sandbox, startSandbox } from './sandbox';

/** The built bot beside a ticket system, over HTTP and through its own guard of outgoing connections. */
/** Her trouble is a policy's: nothing in the tenant has to show first that it is solved. */
const olivia = personId(13);
const yu = personId(24);

let server: Awaited<ReturnType<typeof ticketServer>>;
let sandbox: Sandbox;
let seats: Seats;
beforeAll(async () => {
  server = await ticketServer(serviceNowRoute);
  sandbox = await startSandbox({
    MONBAN_TICKETS: 'servicenow',
    MONBAN_TICKETS_URL: server.url,
    MONBAN_TICKETS_USER: 'monban',
    MONBAN_TICKETS_SECRET: 'a-password-of-the-tests-only',
  });
  seats = await openSeats(sandbox.standIns.chatUrl);
});
afterAll(async () => {
  await sandbox.close();
  await server.close();
});

/** Waits until the other system holds what is looked for. */
async function holds(wanted: RegExp): Promise<void> {
  for (let looked = 0; !wanted.test(JSON.stringify(server.kept)); looked++) {
    if (looked > 120) throw new Error(`never told: ${JSON.stringify(server.kept)}`);
    await sleep(50);
  }
}

test('a case that goes to a person has one ticket there, which is told what happens and resolved with it', async () => {
  const chat = seats.chatOf(olivia);
  await seats.write(chat, olivia, 'It says that my device does not meet the requirements');
  await seats.seen(chat, olivia, /triage\//u);
  await seats.write(chat, olivia, 'talk to a person');
  const card = await seats.seen(seats.channel, yu, /case\/claim/u);
  await holds(/引き継ぎ/u);
  const { caseNumber = '' } = server.kept[0] ?? {};
  expect(JSON.stringify(card)).toContain(caseNumber);
  await seats.press(seats.channel, yu, card.id, { verb: 'case/claim', data: {} });
  await holds(/引き受け/u);
  await seats.write(seats.channel, yu, `resolve ${caseNumber}`);
  await holds(/"state":"resolved"/u);
  expect(server.kept).toHaveLength(1);
  const { comments = [] } = server.kept[0] ?? {};
  for (const once of [/引き継ぎ/u, /引き受け/u, /案件を終了/u])
    expect(comments.filter((text) => once.test(text))).toHaveLength(1);
  expect(sandbox.log()).not.toContain('a-password-of-the-tests-only');
});
