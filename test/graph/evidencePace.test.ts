import { z } from 'zod/v4';
import { readOne } from '../../src/graph/ask';
import { getPreferredMethod } from '../../src/graph/getPreferredMethod';
import { createPacer } from '../../src/graph/pacer';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import { all, takeEvidenceSeat } from './evidenceSeat';
import type { EvidenceSeat } from './evidenceSeat';
import { testClient, thrownBy } from './testClient';

// Time is real here: the stand-in counts on the machine's clock, and the longest test waits for two seconds.
let seat: EvidenceSeat;
beforeEach(async () => {
  seat = await takeEvidenceSeat(Date.now);
  seat.tenant.change({ throttling: true });
});
afterEach(() => seat.close());

const use = (group: string) => seat.graph.limits().find((one) => one.group === group);

describe('reads that Microsoft counts together', () => {
  test('never come faster than it takes them', async () => {
    const evidence = seat.evidence();
    await Promise.all([
      all(evidence.riskyUsers()),
      evidence.conditionalAccessPolicies(),
      all(evidence.riskDetections(0)),
    ]);
    expect(use('identityProtection')).toMatchObject({ calls: 3, peak: 1, refused: 0 });
  });

  test('are tried again after a refusal that does not say how long to wait', async () => {
    const accessToken = await seat.credential.getToken('https://graph.microsoft.com/.default');
    // Another app of the tenant has just used the limit up.
    const headers = { authorization: `Bearer ${accessToken?.token ?? ''}` };
    await fetch(`${seat.graph.url}/v1.0/identityProtection/riskyUsers`, { headers });
    expect(await all(seat.evidence().riskyUsers())).toMatchObject([{ personId: personId(9) }]);
    expect(use('identityProtection')).toMatchObject({ calls: 3, refused: 1 });
  });

  test('end where their turn does not come in time', async () => {
    const evidence = seat.evidence([], 200);
    const both = [evidence.conditionalAccessPolicies(), evidence.conditionalAccessPolicies()];
    const ended = await Promise.allSettled(both);
    expect(ended).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'graph-throttled' } },
    ]);
    expect(use('identityProtection')).toMatchObject({ calls: 1 });
  });
});

describe('a read that somebody waits behind', () => {
  test('is not sent where the limit is used up', async () => {
    const pacing = { pacer: createPacer(), patienceMs: { reports: 0, identityProtection: 5000 } };
    const client = testClient(seat.graph.url, { credential: seat.credential, pacing });
    const hanako = personId(1);
    const reads = Array.from({ length: 7 }, () => getPreferredMethod(client, hanako));
    expect(await Promise.all(reads)).toEqual([...Array<string>(5).fill('push'), undefined, undefined]);
    expect(use('reports')).toMatchObject({ calls: 5, refused: 0 });
  });
});

describe('what a remedy asks of identity protection', () => {
  test('waits the second that it has to', async () => {
    const { client } = seat.connect();
    const ask = (): Promise<unknown> =>
      readOne(client.api('/identityProtection/riskyUsers'), z.looseObject({}));
    await ask();
    await ask();
    expect(use('identityProtection')).toMatchObject({ calls: 2, peak: 1, refused: 0 });
  });
});

describe('a tenant', () => {
  test('without a plan still tells of a person, and names the plan that the logs need', async () => {
    seat.tenant.change({ plan: 'none', throttling: false });
    const evidence = seat.evidence();
    const person = await evidence.person(personId(1));
    const parts = [person.account, person.methods, person.devices, person.standing];
    expect(parts.map(({ seen }) => seen)).toEqual([true, true, true, true]);
    expect(await thrownBy(all(evidence.failingSignIns(0)))).toMatchObject({
      code: 'graph-unlicensed',
      needs: 'Microsoft Entra ID P1',
    });
    expect(await thrownBy(all(evidence.riskyUsers()))).toMatchObject({
      code: 'graph-unlicensed',
      needs: 'Microsoft Entra ID P2',
    });
  });

  test('whose clock is hours ahead is read all the same', async () => {
    seat.tenant.change({ clockAheadMs: 3 * 60 * 60_000 });
    const id = seat.add({ signIns: [{ minutesAgo: -180, code: 50126 }] });
    const found = await all(seat.evidence().failingSignIns(seat.ago(0)));
    expect(found).toMatchObject([{ personId: id, errorCode: 50126 }]);
  });

  test.each(['malformed', 'not-json'])('that answers %s is not believed', async (fault) => {
    await seat.fault({ fault, match: { path: '/v1.0/domains' } });
    expect(await thrownBy(seat.evidence().domains())).toMatchObject({ code: 'graph-unreadable' });
  });
});
