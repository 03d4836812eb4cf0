import { carryOn, carryOnSchema } from '../usecases/carryOn';
import type { JobHandler } from './runOutbox';

/** A press that ends its process each time is left to staff soon: nobody else gets an answer meanwhile. */
const mostAttempts = 3;

/** Carries on with a press whose process died after it had answered that it works on it (SECURITY S22). */
export function carryOnPress(deps: Parameters<typeof carryOn>[0]): JobHandler {
  return (job) => {
    if (job.attempt > mostAttempts) throw new Error('a press was carried on, and its process died each time');
    return carryOn(deps, carryOnSchema.parse(job.payload));
  };
}
