import fc from 'fast-check';
import { createTurnQueue } from '../../src/teams/turnQueue';
import { signal } from './signal';

describe('the queue of turns', () => {
  test('runs the turns of each conversation in order and one at a time, whatever fails in between', async () => {
    const turns = fc.array(
      fc.record({ conversation: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean(), ticks: fc.nat(4) }),
    );
    await fc.assert(
      fc.asyncProperty(turns, async (planned) => {
        const queue = createTurnQueue({ perConversation: 100, inAll: 1000 });
        const running = new Set<string>();
        const order: Record<string, number[]> = {};
        const results = planned.map(({ conversation, fails, ticks }, index) =>
          queue.run(conversation, async () => {
            if (running.has(conversation)) throw new Error('two at once');
            running.add(conversation);
            for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
            running.delete(conversation);
            (order[conversation] ??= []).push(index);
            if (fails) throw new Error('planned');
          }),
        );
        const settled = await Promise.allSettled(results);
        const reasons = settled.map((one) => (one.status === 'rejected' ? String(one.reason) : one.value));
        expect(reasons).toEqual(planned.map(({ fails }) => (fails ? 'Error: planned' : 'done')));
        for (const indexes of Object.values(order))
          expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
        expect(queue.size()).toBe(0);
      }),
    );
  });

  test('refuses a conversation’s turns over the limit, and takes them again later', async () => {
    const queue = createTurnQueue({ perConversation: 2, inAll: 10 });
    const gate = signal();
    const first = [queue.run('a', () => gate.given), queue.run('a', () => gate.given)];
    const third = await queue.run('a', () => gate.given);
    const elsewhere = queue.run('b', () => gate.given);
    gate.give();
    expect([
      third,
      await elsewhere,
      ...(await Promise.all(first)),
      await queue.run('a', () => gate.given),
    ]).toEqual(['conversation-busy', 'done', 'done', 'done', 'done']);
  });

  test('refuses all turns over the limit of the whole bot', async () => {
    const queue = createTurnQueue({ perConversation: 2, inAll: 2 });
    const gate = signal();
    const two = [queue.run('a', () => gate.given), queue.run('b', () => gate.given)];
    const third = await queue.run('c', () => gate.given);
    gate.give();
    await Promise.all(two);
    expect([third, queue.size()]).toEqual(['bot-busy', 0]);
  });
});
