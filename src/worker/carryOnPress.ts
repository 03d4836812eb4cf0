import { carryOn, carryOnSchema } from '../usecases/carryOn';
import type { JobHandler } from './runOutbox';

/** Carries on with a press whose process died after it had answered that it works on it (SECURITY S22). */
export function carryOnPress(deps: Parameters<typeof carryOn>[0]): JobHandler {
  return (job) => carryOn(deps, carryOnSchema.parse(job.payload));
}
