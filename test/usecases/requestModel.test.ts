import fc from 'fast-check';
import type { Command } from './model/modelCommand';
import { modelWorld } from './model/modelWorld';
import { ask, clear, freeze, press, prove, signIn, stop, withdraw } from './model/peopleCommands';
import { aModel, cast, isOver, minute, type Who } from './model/referenceModel';
import { becomes, concerns, pass, restart, run } from './model/worldCommands';

jest.setTimeout(900_000);

const anybody = fc.constantFrom(...cast);
const approver = fc.constantFrom<Who>('admin', 'admin2', 'paa1', 'paa2', 'paa1b');
const often = (weight: number, one: fc.Arbitrary<Command>) => Array.from({ length: weight }, () => one);

const asks = fc.constantFrom(
  ask('hanako', 'own'),
  ask('taro', 'colleague'),
  ask('desk', 'staff'),
  ask('admin', 'staff'),
  ask('paa1', 'colleague'),
);
const proves = fc.oneof(
  { weight: 4, arbitrary: fc.constant(prove('desk', 'call-back', true)) },
  { weight: 1, arbitrary: fc.constant(prove('taro', 'manager-vouched', false)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        anybody,
        fc.constantFrom('call-back', 'in-person', 'manager-vouched'),
        fc.boolean(),
        fc.boolean(),
      )
      .map((said) => prove(...said)),
  },
);
const presses = fc
  .record({
    who: fc.oneof({ weight: 4, arbitrary: approver }, { weight: 1, arbitrary: anybody }),
    approve: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
    byCard: fc.boolean(),
    proves: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    again: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(press);
const signsIn = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 3 })),
    fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, anybody),
    fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.constantFrom(4, 6)),
  )
  .map((said) => signIn(...said));
const freezes = fc.constantFrom(freeze('herself'), freeze('her manager'), freeze('staff'));
const clears = fc
  .tuple(fc.nat({ max: 3 }), fc.oneof({ weight: 3, arbitrary: fc.constant<Who>('paa2') }, anybody))
  .map((said) => clear(...said));
const stops = fc.constantFrom(
  stop(true, 'desk'),
  stop(false, 'paa2'),
  stop(false, 'paa2'),
  stop(false, 'desk'),
);
const changes = fc.oneof(
  fc
    .tuple(fc.constantFrom('admin', 'admin2', 'paa1', 'paa2'), fc.constantFrom('none', 'admin', 'paa'))
    .map((said) => becomes(...said)),
  fc.boolean().map(concerns),
);
const runs = fc
  .tuple(
    fc.constantFrom(0, 0, 1_000, minute, 16 * minute, 70 * minute),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      fc.constantFrom('methods', 'removeMethod', 'revokeSessions'),
    ),
  )
  .map((said) => run(...said));

const byCard = { approve: true, byCard: true, proves: false, again: false };
const approved = [
  prove('desk', 'call-back', true),
  press({ ...byCard, who: 'admin2' }),
  signIn(0, undefined, 0),
];
/** How far it has come before chance takes over: much of what can go wrong goes wrong late. */
const beginnings = fc.constantFrom<readonly Command[]>(
  [],
  approved.slice(0, 1),
  approved,
  [...approved, run(0, 'removeMethod')],
  [...approved, run(0, 'methods')],
  [...approved, run(0, 'revokeSessions'), becomes('admin2', 'none')],
  [concerns(true), ...approved.slice(0, 1), press({ ...byCard, who: 'paa2' }), signIn(0, undefined, 0)],
  // Two accounts of one person; and one sign-in that is used for a second approval.
  [
    ...[concerns(true), ...approved.slice(0, 1), press({ ...byCard, who: 'paa1' }), signIn(0, undefined, 0)],
    ...[press({ ...byCard, who: 'paa1b' }), signIn(0, undefined, 0)],
  ],
  [...approved, concerns(true), run(0), concerns(false), ...approved.slice(1)],
);

const commands = fc.commands(
  [
    ...often(2, asks),
    ...often(5, proves),
    ...often(7, presses),
    ...often(5, signsIn),
    ...often(1, anybody.map(withdraw)),
    ...often(1, freezes),
    ...often(1, clears),
    ...often(1, stops),
    ...often(2, changes),
    ...often(
      1,
      fc.constantFrom(1, 5, 15, 31).map((minutes) => pass(minutes)),
    ),
    ...often(1, fc.constant(restart())),
    ...often(4, runs),
  ],
  { maxCommands: 16, size: '+1' },
);

describe('S9, S10, S12, S25: a request, whatever happens to it and in whatever order', () => {
  const ended = new Map<string, number>();

  test('does what a small model of the rules says, and nothing is written that they do not allow', async () => {
    const property = fc.asyncProperty(
      asks,
      beginnings,
      fc.boolean(),
      fc.boolean(),
      commands,
      async (first, beginning, signInForAll, delegated, sequence) => {
        const model = aModel({ signInForAll, delegated, now: 1_800_000_000_000 });
        const world = await modelWorld(model);
        const real = { world, links: [], sent: { last: 0, handled: new Set<number>() } };
        try {
          for (const one of [first, ...beginning]) await one.run(model, real);
          await fc.asyncModelRun(() => ({ model, real }), sequence);
          // In the end nothing waits for ever: it is over, or frozen for security to look at.
          await run(26 * 60 * minute).run(model, real);
          expect(model.requests.filter((one) => !isOver(one) && one.state !== 'frozen')).toEqual([]);
          for (const { state } of model.requests) ended.set(state, (ended.get(state) ?? 0) + 1);
        } finally {
          await world.stop();
        }
      },
    );
    await fc.assert(property, { numRuns: Number(process.env['MONBAN_MODEL_RUNS'] ?? 2_000) });
  });

  test('has come to every end often enough for that to mean something', () => {
    const ends = ['done', 'partial', 'failed', 'denied', 'expired', 'withdrawn', 'frozen'];
    expect(ends.filter((state) => (ended.get(state) ?? 0) < 5)).toEqual([]);
  });
});
