import { isDeepStrictEqual } from 'node:util';
import type fc from 'fast-check';
import type { ModelWorld } from './modelWorld';
import { isOver, type Model, type ModelRequest } from './referenceModel';

export interface Real {
  readonly world: ModelWorld;
  /** The secrets of the model's links, in their order. */
  readonly links: string[];
  /** How many activities were sent, and which were handled. */
  readonly sent: { last: number; readonly handled: Set<number> };
}

export type Command = fc.AsyncCommand<Model, Real>;

/** What the rules say comes of it, and what came of it. */
interface Outcome {
  readonly expected: unknown;
  readonly actual: unknown;
}

/** One step: what came of it is what the rules say, a refusal wrote nothing, and everything else still holds. */
export const command = (name: string, act: (model: Model, real: Real) => Promise<Outcome>): Command => ({
  check: () => true,
  async run(model, real) {
    const writes = real.world.tenant.writes().length;
    const outcome = await act(model, real);
    const written = name.startsWith('run') ? 0 : real.world.tenant.writes().length - writes;
    const { actual, expected } = await soundness(model, real);
    const seen = { name, written, came: outcome.actual, ...actual };
    const ruled = { name, written: 0, came: outcome.expected, ...expected };
    // Jest's own comparison costs more than the step; it is for telling what differs.
    if (!isDeepStrictEqual(seen, ruled)) expect(seen).toEqual(ruled);
  },
  toString: () => name,
});

/** What holds after each step, whatever it was. */
async function soundness(model: Model, { world }: Real) {
  const requests = (await world.requests()).map(({ approvals, proof, state }) => ({
    state,
    approvals: isOver({ state }) ? [] : approvals.map(({ approverId }) => approverId),
    provenBy: proof?.proverId,
  }));
  const known = model.requests.map(({ approvals, proof, state }) => ({
    state,
    approvals: isOver({ state }) ? [] : approvals,
    provenBy: proof?.by,
  }));
  const { ok } = await world.now().audit.verify();
  return {
    actual: { requests, trailHolds: ok, violations: world.violations },
    expected: { requests: known, trailHolds: true, violations: [] },
  };
}

export async function newest({ world }: Real) {
  const found = (await world.requests()).at(-1);
  if (found === undefined) throw new Error('every run begins with a request');
  return found;
}

export const newestOf = (model: Model): ModelRequest => {
  const found = model.requests.at(-1);
  if (found === undefined) throw new Error('every run begins with a request');
  return found;
};
