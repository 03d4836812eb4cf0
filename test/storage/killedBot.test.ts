import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { StoreTransaction } from '../../src/ports/store';
import { tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { aDatabase } from './aDatabase';
import { openTestStore } from './openTestStore';
import { startMortalBot, type MortalBot } from './killed/mortalBot';
import { openStories, type Stories } from './killed/stories';

/** `npm run test:kill` asks for a hundred. */
const kills = Number(process.env['MONBAN_TEST_KILLS'] ?? 1);
/** From then on it listens. Long enough for a job that the deaths before have hidden for half a minute to be done at times. */
const longestLifeMs = 5_000;
/** The five who ask may together ask for five hundred requests in ten minutes, by the most generous policy. */
const betweenRequestsMs = 3_000;
const dayMs = 24 * 60 * 60_000;

jest.setTimeout(120_000 + kills * 60_000);

/** Keeps conversations, approvals and remedies going until it is told that it is enough. */
function keepGoing(stories: Stories) {
  const until = { enough: false };
  const unhurried =
    (ask: (nth: number) => Promise<void>): typeof ask =>
    async (nth) => {
      await ask(nth);
      await sleep(betweenRequestsMs);
    };
  const each = [
    stories.converse,
    stories.converse,
    unhurried((nth) => stories.approve('reset', nth)),
    unhurried((nth) => stories.approve(nth % 2 === 0 ? 'reset' : 'pass', nth)),
    unhurried((nth) => (nth % 5 === 1 ? stories.leave() : stories.approve('reset', nth))),
  ];
  const running = each.map(async (story) => {
    for (let nth = 1; !until.enough; nth++) await story(nth);
  });
  return async () => {
    until.enough = true;
    await Promise.all(running);
  };
}

/** Every write in the tenant that was done, in order. */
function writesOf(bot: MortalBot, personId: string): readonly string[] {
  return bot.standIns.graph
    .log()
    .filter(
      ({ method, path, status }) => method !== 'GET' && status < 300 && path.includes(`/users/${personId}/`),
    )
    .map(({ method, path }) => `${method} ${path.replace(/^.*\/users\/[^/]+\//u, '')}`)
    .filter((call) => call !== 'POST checkMemberGroups');
}

const twice = (writes: readonly string[]) => writes.filter((write, index) => writes.indexOf(write) !== index);

describe('the whole bot, killed at random moments of conversations, approvals and remedies', () => {
  test('loses nothing that it acknowledged, does nothing twice, and its timers fire', async () => {
    const database = aDatabase();
    const opened = await openTestStore({ database, tenantId: tenantIds.tenantId, clock: Date.now });
    const bot = await startMortalBot(database);
    const stories = await openStories(bot, opened.store);
    await stories.greet();
    const finish = keepGoing(stories);
    for (const moment of fc.sample(fc.integer({ min: 0, max: longestLifeMs }), kills)) {
      await sleep(moment);
      await bot.end('kill');
      await bot.start();
    }
    await finish();

    const { approved, askedAgain, diagnosed, left } = stories.acknowledged;
    const requests = () =>
      opened.store.transaction(async (tx) => ({
        approved: await statesOf(tx, approved),
        left: await statesOf(tx, left),
      }));
    const resets = approved.filter(({ remedy }) => remedy === 'require-mfa-reregistration');
    await until(async () =>
      (await opened.store.transaction((tx) => statesOf(tx, resets))).every((state) => state === 'done'),
    );
    await bot.end('stop');
    bot.setAhead(2 * dayMs);
    await bot.start();
    await until(async () => {
      const { approved: ended, left: over } = await requests();
      return (
        ended.every((state) => ['done', 'failed'].includes(state)) &&
        over.every((state) => state === 'expired')
      );
    });
    await bot.end('stop');

    const cases = await opened.store.transaction((tx) =>
      Promise.all(diagnosed.map(({ personId }) => tx.cases.openOf(personId))),
    );
    const lost = diagnosed.flatMap(({ answered }, index) =>
      answered.filter((id) => !cases[index]?.findings.some(({ finding }) => finding === id)),
    );
    const passes = approved.filter(({ remedy }) => remedy === 'issue-temporary-access-pass');
    expect({
      askedAgain,
      lost,
      twice: resets.flatMap(({ personId }) => twice(writesOf(bot, personId))),
      dead: await opened.store.transaction((tx) => tx.outbox.dead(9)),
      passesLeft: passes.flatMap(({ personId }) => passesOf(bot, personId)),
      violations: bot.standIns.graph.violations(),
    }).toEqual({ askedAgain: [], lost: [], twice: [], dead: [], passesLeft: [], violations: [] });
    expect(await opened.audit.verify()).toMatchObject({ ok: true });
    await stories.close();
    await bot.close();
    await opened.close();
    process.stderr.write(
      `${kills} kills: ${diagnosed.length} conversations, ${resets.length} resets, ${passes.length} passes, ${left.length} left to expire\n`,
    );
  });
});

function passesOf(bot: MortalBot, personId: string): readonly string[] {
  const methods = bot.standIns.tenant.find(personId)?.methods ?? [];
  return methods.filter(({ kind }) => kind === 'temporary-access-pass').map(({ id }) => id);
}

async function statesOf(
  tx: StoreTransaction,
  of: readonly { readonly number: string }[],
): Promise<readonly string[]> {
  const found = await Promise.all(of.map(({ number }) => tx.requests.findByNumber(number)));
  return found.map((request) => request?.state ?? 'lost');
}

/** Waits for what has to come; the test's own time limit is the end of its patience. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(100);
}
