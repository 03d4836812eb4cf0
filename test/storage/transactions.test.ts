import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreTransaction } from '../../src/ports/store';
import { aCase, aStore } from './stored';

describe('a transaction', () => {
  test('that throws leaves nothing behind', async () => {
    const { store, jobs, audit } = await aStore();
    const failing = store.transaction(async (tx) => {
      await tx.cases.insert(aCase());
      await tx.outbox.add({ kind: 'tell', payload: null });
      await tx.audit.append({ event: 'case.opened', actorId: 'monban' });
      throw new Error('power of words');
    });
    await expect(failing).rejects.toThrow('power of words');
    expect(await store.transaction((tx) => tx.cases.find('case-1'))).toBeUndefined();
    expect(await jobs.nextDue()).toBeUndefined();
    expect(await audit.verify()).toEqual({ ok: true, entries: 0 });
  });

  test('waits for the one before it', async () => {
    const { store } = await aStore();
    const order: string[] = [];
    const slow = store.transaction(async () => {
      order.push('slow begins');
      await sleep(5);
      order.push('slow ends');
    });
    const fast = store.transaction(() => Promise.resolve(order.push('fast')));
    await Promise.all([slow, fast]);
    expect(order).toEqual(['slow begins', 'slow ends', 'fast']);
  });

  test('reads what it wrote itself', async () => {
    const { store } = await aStore();
    const found = await store.transaction(async (tx) => {
      await tx.cases.insert(aCase());
      return tx.cases.find('case-1');
    });
    expect(found).toEqual(aCase());
  });

  test('counts fifty increments at once as fifty', async () => {
    const { store } = await aStore();
    await store.transaction((tx) => tx.cases.insert(aCase()));
    const increment = () =>
      store.transaction(async (tx) => {
        const found = await tx.cases.find('case-1');
        if (found) await tx.cases.save(found);
      });
    await Promise.all(Array.from({ length: 50 }, increment));
    expect((await store.transaction((tx) => tx.cases.find('case-1')))?.version).toBe(51);
  });
});

describe('using the store inside its own transaction', () => {
  test.each(['transaction', 'aside', 'look', 'jobs', 'bot state', 'audit'])(
    'throws instead of hanging: %s',
    async (part) => {
      const { store, jobs, botState, audit } = await aStore();
      const inside: Record<string, () => Promise<unknown>> = {
        transaction: () => store.transaction(() => Promise.resolve()),
        aside: () => store.aside(() => Promise.resolve()),
        look: () => store.look(() => Promise.resolve()),
        jobs: () => jobs.nextDue(),
        'bot state': () => botState.read(['conversation']),
        audit: () => audit.verify(),
      };
      const nested = store.transaction(() => inside[part]?.() ?? Promise.resolve());
      await expect(nested).rejects.toThrow('inside its own transaction');
    },
  );

  test('is fine for work that was started there and goes on after its end', async () => {
    const { store } = await aStore();
    let later: Promise<unknown> = Promise.resolve();
    await store.transaction((tx) => {
      later = sleep(5).then(() => store.transaction((next) => next.cases.insert(aCase())));
      return tx.cases.find('case-1');
    });
    await later;
    expect(await store.transaction((tx) => tx.cases.find('case-1'))).toEqual(aCase());
  });
});

describe('a transaction that has ended', () => {
  test('refuses what somebody forgot to await', async () => {
    const { store } = await aStore();
    let kept: StoreTransaction | undefined;
    await store.transaction((tx) => {
      kept = tx;
      return Promise.resolve();
    });
    await expect(kept?.cases.insert(aCase())).rejects.toThrow('not awaited');
    expect(await store.transaction((tx) => tx.cases.find('case-1'))).toBeUndefined();
  });
});

describe('a store that is closed', () => {
  test('first ends the transactions that were begun', async () => {
    const opened = await aStore();
    const work = opened.store.transaction(async (tx) => {
      await sleep(5);
      await tx.cases.insert(aCase());
      return tx.cases.find('case-1');
    });
    await Promise.all([opened.close(), opened.close()]);
    expect(await work).toEqual(aCase());
  });
});
