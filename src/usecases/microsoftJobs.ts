import { z } from 'zod/v4';

export const microsoftJobs = { tell: 'tell-microsoft', remind: 'remind-microsoft' } as const;

export const tellMicrosoftSchema = z.object({
  caseId: z.string(),
  about: z.enum(['packet', 'ticketKept', 'accessBack']),
});

/** Which reminder it is: the next one is added by it. */
export const remindMicrosoftSchema = z.object({ caseId: z.string(), round: z.int() });
