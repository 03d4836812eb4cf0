import { existsSync } from 'node:fs';
import type { Account } from '../../src/sandbox/tenant/account';
import { tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { approved, type RemedyScenario, scenarios } from '../fakes/remedyScenarios';
import { type StandInWorld, standInWorld } from '../fakes/standInWorld';

/** With these a second try finds everything well again. */
const passing = ['timeout', 'reset', '429', '429-retry-after', '500', '503', '409', 'answer-lost'] as const;
const lasting = ['403', '404'] as const;
const faults = [...passing, ...lasting];

/** A thousand runs write to a file each time they take a step: where the machine has memory for files, there. */
const memory = '/dev/shm';
const folderBefore = process.env['TMPDIR'];

let world: StandInWorld;
beforeAll(async () => {
  if (existsSync(memory)) process.env['TMPDIR'] = memory;
  world = await standInWorld();
});
afterAll(async () => {
  const violations = world.graph.violations();
  await world.close();
  if (folderBefore === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = folderBefore;
  expect(violations).toEqual([]);
});

/** The tenant as it was, so that one world serves for every fault. */
function remember(id: string): () => void {
  const account: Account = world.account(id);
  const before = { ...account };
  return () => {
    Object.assign(account, before);
    for (const group of world.simulated.groups) {
      if (group.id === tenantIds.exclusionGroup) group.memberIds = [];
    }
  };
}

const soLong = 3 * 60 * 60_000;
const calls = (from: number) =>
  world.graph
    .log()
    .slice(from)
    .map(({ method, path, status }) => ({ method, path, status }));

/** What a run asks of Graph from the approval to the end, when all goes well. */
async function wellRun(scenario: RemedyScenario): Promise<readonly { method: string; path: string }[]> {
  const restore = remember(scenario.personId);
  await approved(world, scenario);
  const from = world.graph.log().length;
  await world.run(60_000);
  const made = calls(from);
  await world.run(soLong);
  restore();
  return made;
}

interface Judged {
  readonly state: string;
  readonly holds: boolean;
  readonly passwordKept: boolean;
  readonly passesLeft: number;
  readonly passesIssued: number;
  readonly defaultLast: boolean;
  /** How the journal ended, for whoever reads a failing test. */
  readonly journal: string;
}

async function faultyRun(
  scenario: RemedyScenario,
  rule: { readonly fault: string; readonly skip: number },
): Promise<Judged> {
  const restore = remember(scenario.personId);
  const account = world.account(scenario.personId);
  const passwordBefore = account.passwordChangedAt;
  const id = await approved(world, scenario);
  const from = world.graph.log().length;
  await world.fault({ ...rule, match: {}, times: 1 });
  // Only where no answer comes: a call that is given up may still take effect, after the next test has begun.
  if (rule.fault === 'timeout') world.beImpatient();
  await world.run(5 * 60_000);
  // Before an exclusion is over and a pass that nobody opened is deleted.
  const holds = scenario.holds(world);
  await world.run(soLong);
  await world.noFaults();
  world.bePatient();
  const made = calls(from).filter(({ method, status }) => method !== 'GET' && status >= 200 && status < 300);
  const removed = made.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
  const ofDefault = removed.findIndex((path) => path.includes('/microsoftAuthenticatorMethods/'));
  const phones = removed.filter((path) => path.includes('/phoneMethods/')).length;
  const { state, journal } = await world.find(id);
  const judged = {
    state,
    journal: journal.map(({ step, outcome, fault = '' }) => [step, outcome, fault].join(' ')).join(', '),
    holds,
    passwordKept:
      account.passwordChangedAt === passwordBefore && account.methods.some(({ kind }) => kind === 'password'),
    passesLeft: account.methods.filter(({ kind }) => kind === 'temporary-access-pass').length,
    passesIssued: made.filter(({ method, path }) => method === 'POST' && path.includes('AccessPass')).length,
    defaultLast: ofDefault < 0 || ofDefault >= phones,
  };
  restore();
  return judged;
}

/** What must never be, whatever failed. */
function broken(judged: Judged, scenario: RemedyScenario, fault: (typeof faults)[number]): readonly string[] {
  const isPass = scenario.remedy === 'issue-temporary-access-pass';
  const finished = ['done', 'partial', 'failed'].includes(judged.state);
  const wrong: [boolean, string][] = [
    [!finished, `left as ${judged.state}`],
    [!judged.passwordKept, 'the password was touched'],
    [judged.passesLeft > 0, 'a pass that nobody saw was left'],
    [judged.passesIssued > 2, 'passes were issued blindly'],
    [!judged.defaultLast, 'the default method did not go last'],
    [judged.state === 'done' && !judged.holds, 'called done and is not'],
    [!isPass && passing.some((one) => one === fault) && judged.state !== 'done', 'not resumed'],
  ];
  return wrong.flatMap(([is, what]) => (is ? [what] : []));
}

const common = /^\/v1\.0\/(?:roleManagement|reports|policies|users\/)/u;

/**
 * All remedies read the same about person, approvers and methods before they write: that is gone through with the first.
 * A read that comes often is taken where it comes first and last; the last one looks at what became of the writes.
 */
function isSwept(made: readonly { method: string; path: string }[], at: number, place: number): boolean {
  const call = made[at];
  if (call === undefined) return false;
  if (call.method !== 'GET' && !call.path.endsWith('/checkMemberGroups')) return true;
  const same = (other: { method: string; path: string }) => other.path === call.path;
  const isLast = made.findLastIndex(same) === at;
  if (place > 0 && common.test(call.path)) return isLast && at === made.length - 1;
  return isLast || made.findIndex(same) === at;
}

describe.each(scenarios.map((scenario, place) => ({ ...scenario, scenario, place })))(
  'S11: $name ($remedy), with a fault at each call',
  ({ scenario, place }) => {
    let made: readonly { method: string; path: string }[] = [];
    beforeAll(async () => {
      made = await wellRun(scenario);
    });

    test.each(faults)(
      '(%s) does no harm and is told as it is',
      async (fault) => {
        const wrong: string[] = [];
        for (const [at, call] of made.entries()) {
          if (!isSwept(made, at, place)) continue;
          const judged = await faultyRun(scenario, { skip: at, fault });
          const found = broken(judged, scenario, fault);
          if (found.length > 0)
            wrong.push(`${String(at)} ${call.method} ${call.path}: ${found.join(', ')} (${judged.journal})`);
        }
        expect(wrong).toEqual([]);
      },
      180_000,
    );
  },
);
