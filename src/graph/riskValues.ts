import { z } from 'zod/v4';

/** Values that Microsoft adds later, or leaves out, are as good as unknown. */
export const riskState = z
  .enum(['none', 'confirmedSafe', 'remediated', 'dismissed', 'atRisk', 'confirmedCompromised'])
  .or(z.literal('unknown'))
  .catch('unknown');

export const riskLevel = z
  .enum(['none', 'low', 'medium', 'high', 'hidden'])
  .or(z.literal('unknown'))
  .catch('unknown');
