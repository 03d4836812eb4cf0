import { z } from 'zod/v4';
import { jobReference } from '../cases/jobReference';
import type { Language } from '../cases/language';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import { deadLetterText } from '../text/deadLetterText';
import type { JobHandler } from './runOutbox';

const payload = z.object({ jobId: z.string(), kind: z.string(), reason: z.string() });

/** Tells staff of a job that was given up, and how to run it again. */
export function tellDeadLetter(deps: {
  readonly messenger: Messenger;
  readonly staffChannel: ConversationAddress | undefined;
  readonly staffLanguage: Language;
}): JobHandler {
  return async (job) => {
    const { jobId, kind, reason } = payload.parse(job.payload);
    if (deps.staffChannel === undefined) return;
    const text = deadLetterText[deps.staffLanguage].told(jobReference(jobId), kind, reason);
    await deps.messenger.post(deps.staffChannel, { kind: 'text', text, language: deps.staffLanguage });
  };
}
