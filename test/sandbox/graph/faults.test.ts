import { refused, startGraph, who } from './startGraph';
import type { RunningGraph } from './startGraph';

let running: RunningGraph;
beforeEach(async () => {
  running = await startGraph();
});
afterEach(() => running.graph.close());

const person = `/users/${who.phoneReplaced}`;
const passes = `${person}/authentication/temporaryAccessPassMethods`;
const switchOn = (rule: object) => running.send('POST', '/sandbox/faults', rule);

describe('a fault that is switched on', () => {
  test.each([
    ['429', 429],
    ['500', 500],
    ['503', 503],
    ['403', 403],
    ['404', 404],
    ['409', 409],
  ])('answers %s', async (fault, status) => {
    expect((await switchOn({ fault })).status).toBe(204);
    expect(refused(await running.get(person))).toMatch(new RegExp(`^${String(status)} [A-Za-z_]+: `));
  });

  test('says how long to wait', async () => {
    await switchOn({ fault: '429-retry-after', delayMs: 2000 });
    expect((await running.get(person)).headers.get('retry-after')).toBe('2');
  });

  test('hits only the calls that match, and only as often as asked', async () => {
    await switchOn({ fault: '503', match: { method: 'GET', path: '/authentication/methods$' }, times: 1 });
    const statuses = [];
    for (const path of [person, `${person}/authentication/methods`, `${person}/authentication/methods`]) {
      statuses.push((await running.get(path)).status);
    }
    expect(statuses).toEqual([200, 503, 200]);
  });

  test('ends when it is switched off', async () => {
    await switchOn({ fault: '500' });
    await running.send('DELETE', '/sandbox/faults');
    expect((await running.get(person)).status).toBe(200);
  });

  test('that is unknown is refused', async () => {
    expect((await switchOn({ fault: 'fire' })).status).toBe(400);
  });
});

describe('a disturbed connection', () => {
  test('that is reset has no effect', async () => {
    await switchOn({ fault: 'reset' });
    await expect(running.post(passes, {})).rejects.toThrow();
    await running.send('DELETE', '/sandbox/faults');
    expect((await running.get(passes)).body).toMatchObject({ value: [] });
  });

  test('that loses the answer has had its effect', async () => {
    await switchOn({ fault: 'answer-lost', match: { method: 'POST', path: '/v1.0/users/' }, times: 1 });
    await expect(running.post(passes, {})).rejects.toThrow();
    expect((await running.get(passes)).body).toMatchObject({ value: [{ isUsable: true }] });
  });

  test('that goes silent never answers', async () => {
    await switchOn({ fault: 'timeout' });
    const signal = AbortSignal.timeout(100);
    const headers = { authorization: 'Bearer valid' };
    await expect(fetch(`${running.graph.url}/v1.0${person}`, { headers, signal })).rejects.toThrow('timeout');
    expect(running.graph.log()).toEqual([{ method: 'GET', path: `/v1.0${person}`, status: 0 }]);
  });

  test.each(['malformed', 'not-json'])('answers 200 with what makes no sense: %s', async (fault) => {
    await switchOn({ fault });
    const answer = await fetch(`${running.graph.url}/v1.0${person}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('switched on');
  });

  test('that is slow answers in the end', async () => {
    await switchOn({ fault: 'slow', delayMs: 20 });
    expect((await running.get(person)).status).toBe(200);
  });
});
