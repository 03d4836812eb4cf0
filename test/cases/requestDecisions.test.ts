import fc from 'fast-check';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import * as decisions from '../../src/cases/requestDecisions';
import { isOver, mayBecome } from '../../src/cases/requestTransitions';
import { aRequest } from '../storage/stored';

const decision = { approverId: 'admin', approverName: 'Ada', reason: 'called back' };

/** Everything that can happen to a request at a time. */
const happenings: Readonly<Record<string, (request: RemedyRequest, now: number) => decisions.Changed>> = {
  approve: (request, at) =>
    decisions.decide(request, { ...decision, at, decision: 'approved', proof: 'call-back' }, 1),
  deny: (request, at) => decisions.decide(request, { ...decision, at, decision: 'denied' }, 1),
  withdraw: (request) => decisions.withdraw(request),
  expire: (request, now) => decisions.expire(request, now),
  freeze: (request) => decisions.freeze(request),
  claim: (request, now) => decisions.claim(request, now),
  start: (request) => decisions.start(request),
  journal: (request, at) => decisions.journal(request, { step: 'verify', outcome: 'done', at }),
  done: (request) => decisions.finish(request, 'done'),
  partial: (request) => decisions.finish(request, 'partial'),
  failed: (request) => decisions.finish(request, 'failed'),
};

const life = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.integer({ min: 0, max: 2_000 })),
);

/** Runs a life from the beginning; time only goes forward. */
function live(events: readonly (readonly [string, number])[]) {
  const seen = [{ name: '', now: 0, before: aRequest(), after: aRequest() }];
  let now = 1_000;
  let request = aRequest();
  for (const [name, later] of events) {
    now += later;
    const changed = happenings[name]?.(request, now);
    const after = changed?.ok === true ? changed.request : request;
    seen.push({ name, now, before: request, after });
    request = after;
  }
  return seen;
}

function expectAlways(holds: (seen: ReturnType<typeof live>) => boolean): void {
  fc.assert(
    fc.property(life, (events) => holds(live(events))),
    { numRuns: 2_000 },
  );
}

describe('the life of a request, whatever happens to it', () => {
  test('moves only along the table', () => {
    expectAlways((seen) =>
      seen.every(({ before, after }) => before.state === after.state || mayBecome(before.state, after.state)),
    );
  });

  test('has one decision at most, and keeps it', () => {
    expectAlways((seen) =>
      seen.every(({ before, after }) => before.decision === undefined || before.decision === after.decision),
    );
  });

  test('has one claim at most', () => {
    expectAlways(
      (seen) =>
        seen.filter(({ before, after }) => before.state !== 'claimed' && after.state === 'claimed').length <=
        1,
    );
  });

  test('runs only after an approval in time', () => {
    expectAlways((seen) =>
      seen.every(
        ({ after }) =>
          after.state !== 'running' ||
          (after.decision?.decision === 'approved' && after.decision.at < after.expiresAt),
      ),
    );
  });

  test('is claimed only while its approval is fresh', () => {
    expectAlways((seen) =>
      seen.every(
        ({ name, now, before, after }) =>
          name !== 'claim' || before === after || now < (after.decision?.at ?? 0) + decisions.approvalValidMs,
      ),
    );
  });

  test('is over for good once it is over', () => {
    expectAlways((seen) => seen.every(({ before, after }) => !isOver(before.state) || before === after));
  });

  test('changes neither plan, nor person, nor digest', () => {
    const bound = ({ plan, personId, digest }: RemedyRequest) => JSON.stringify([plan, personId, digest]);
    expectAlways((seen) => seen.every(({ after }) => bound(after) === bound(aRequest())));
  });

  test('once frozen does nothing more', () => {
    expectAlways((seen) => seen.every(({ before, after }) => before.state !== 'frozen' || before === after));
  });
});

describe('a request that is running', () => {
  test.each(['withdraw', 'expire', 'freeze', 'approve', 'deny', 'claim'])(
    'is not stopped half-way by: %s',
    (name) => {
      expect(happenings[name]?.(aRequest({ state: 'running' }), 10_000)).toMatchObject({ ok: false });
    },
  );
});

describe('a request that is not running yet', () => {
  test.each(['draft', 'awaitingProof', 'pending', 'approved', 'claimed'] as const)(
    '(%s) can be frozen',
    (state) => {
      expect(decisions.freeze(aRequest({ state }))).toMatchObject({ ok: true, request: { state: 'frozen' } });
    },
  );
});
