import { Secret } from '../../src/secret';
import { jiraDesk } from '../../src/tickets/jiraServiceManagement';
import { serviceNowDesk } from '../../src/tickets/serviceNow';
import { webhookDesk } from '../../src/tickets/signedWebhook';
import { isSigned, sign } from '../../src/tickets/signature';
import { takeTicketEvent } from '../../src/usecases/takeTicketEvent';
import { syncTicketKind, toldToTickets } from '../../src/usecases/ticketJobs';
import { syncTicket } from '../../src/worker/syncTicket';
import { requestWorld, type RequestWorld } from '../fakes/requestWorld';
import { jiraRoute, serviceNowRoute, ticketServer, webhookRoute } from './ticketServers';

const minute = 60_000;
const hour = 60 * minute;
const secret = 'a-secret-of-the-tests-only';
const systems = ['servicenow', 'jira', 'webhook'] as const;
type System = (typeof systems)[number];

let world: RequestWorld;
let server: Awaited<ReturnType<typeof ticketServer>>;
afterEach(async () => {
  await world.close();
  await server.close();
});

async function start(system: System) {
  const time = { now: 1_800_000_000_000 };
  const clock = () => time.now;
  const routes = { servicenow: serviceNowRoute, jira: jiraRoute, webhook: webhookRoute(secret, clock) };
  server = await ticketServer(routes[system]);
  const line = { baseUrl: server.url, authorization: 'Basic dGVzdA==', timeoutMs: 2_000 };
  const desks = {
    servicenow: () => serviceNowDesk({ ...line, closeCode: 'Solved (Permanently)' }),
    jira: () =>
      jiraDesk({ ...line, serviceDeskId: '1', requestTypeId: '10', resolveTransition: 'Resolve this issue' }),
    webhook: () => webhookDesk({ ...line, path: '/hook', secret: new Secret(secret), clock }),
  };
  const desk = desks[system]();
  world = await requestWorld({
    time,
    alsoHandles: (deps) => ({ [syncTicketKind]: syncTicket({ ...deps, desk, staffLanguage: 'en' }) }),
  });
  const store = toldToTickets(world.deps.store);
  const caseId = await openCase();
  /** Something happens to the case, as use cases write it. */
  const happens = (event: string) =>
    store.transaction((tx) => tx.audit.append({ event, actorId: 'monban', caseId }));
  const follow = () => store.transaction((tx) => tx.followUps.ticket(caseId));
  return { store, caseId, happens, follow };
}

/** With a number as the product gives one. */
async function openCase(): Promise<string> {
  const id = await world.openCase();
  await world.deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(id);
    if (found !== undefined) await tx.cases.save({ ...found, number: 'C-7K2M' });
  });
  return id;
}

describe.each(systems)('tickets in %s', (system) => {
  test('a case that staff get has one ticket, which is told what happens, in order, and is resolved with it', async () => {
    const { follow, happens } = await start(system);
    await happens('case.diagnosed');
    await world.run(minute);
    expect(server.kept).toHaveLength(0);
    for (const event of ['case.handedOver', 'case.claimed', 'remedy.done']) await happens(event);
    await world.run(minute);
    await happens('case.closed');
    await world.run(minute);
    expect(server.kept).toMatchObject([{ caseNumber: 'C-7K2M', state: 'resolved' }]);
    const told = server.kept[0]?.comments.map((text) => text.slice(21)) ?? [];
    expect(told[0]).toContain('handed over to staff');
    expect(told[2]).toContain('the remedy is done');
    expect(told).toHaveLength(4);
    expect(await follow()).toMatchObject({ reference: server.kept[0]?.reference });
  });

  test('a system that is down for an hour is told afterwards: nothing is lost, nothing is doubled', async () => {
    const { happens } = await start(system);
    server.state.down = true;
    await happens('case.handedOver');
    await world.run(20 * minute);
    await happens('case.claimed');
    await world.run(40 * minute);
    expect(server.kept).toHaveLength(0);
    server.state.down = false;
    await world.run(hour);
    expect(server.kept.map(({ comments }) => comments.length)).toEqual([2]);
  });

  test('an answer that is lost on its way makes no second ticket and no second comment', async () => {
    const { happens } = await start(system);
    server.state.loseAnswers = 3;
    await happens('case.handedOver');
    await happens('case.claimed');
    await world.run(2 * hour);
    expect(server.kept.map(({ comments }) => comments.length)).toEqual([2]);
  });

  test('a ticket that was deleted there is made anew with everything in it, and not for ever', async () => {
    const { follow, happens } = await start(system);
    await happens('case.handedOver');
    await world.run(minute);
    server.kept.length = 0;
    await happens('case.claimed');
    await world.run(hour);
    expect(server.kept.map(({ comments }) => comments.length)).toEqual([2]);
    for (let deleted = 0; deleted < 4; deleted += 1) {
      server.kept.length = 0;
      await happens('case.handedBack');
      await world.run(hour);
    }
    expect(await follow()).toMatchObject({ state: 'over', remade: 3 });
    expect(server.kept).toHaveLength(0);
  });

  test('many things at once are one ticket', async () => {
    const { happens } = await start(system);
    await Promise.all(['case.handedOver', 'case.claimed', 'request.opened', 'remedy.done'].map(happens));
    await world.run(hour);
    expect(server.kept.map(({ comments }) => comments.length)).toEqual([4]);
  });
});

describe('an event of the ticket system', () => {
  test('is taken once, told to staff, and closes nothing', async () => {
    const { caseId, happens } = await start('servicenow');
    await happens('case.handedOver');
    await world.run(minute);
    const event = { id: 'event-1', case: 'C-7K2M', kind: 'resolved' } as const;
    expect(await takeTicketEvent(world.deps, event)).toBe('taken');
    expect(await takeTicketEvent(world.deps, event)).toBe('again');
    expect(await takeTicketEvent(world.deps, { ...event, case: 'C-XXXX' })).toBe('unknownCase');
    await world.deps.store.transaction(async (tx) => {
      expect((await tx.cases.find(caseId))?.state).not.toBe('closed');
      expect(
        (await tx.trail.ofCase(caseId)).filter(({ event: name }) => name === 'ticket.told'),
      ).toHaveLength(1);
    });
  });

  test('counts only with a good signature of just now', async () => {
    await start('webhook');
    const now = 1_800_000_000_000;
    const header = sign(secret, '{"a":1}', now);
    expect(isSigned(secret, '{"a":1}', header, now)).toBe(true);
    expect(isSigned(secret, '{"a":1}', header, now + 299_000)).toBe(true);
    expect(isSigned(secret, '{"a":1}', header, now + 301_000)).toBe(false);
    expect(isSigned(secret, '{"a":2}', header, now)).toBe(false);
    expect(isSigned('another', '{"a":1}', header, now)).toBe(false);
    expect(isSigned(secret, '{"a":1}', undefined, now)).toBe(false);
    expect(isSigned(secret, '{"a":1}', `${header}0`, now)).toBe(false);
  });
});
