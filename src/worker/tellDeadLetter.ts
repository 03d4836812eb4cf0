import { jobReference } from '../cases/jobReference';
import type { RequestState } from '../cases/remedyRequest';
import type { Language } from '../cases/language';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import type { Store } from '../ports/store';
import { deadLetterText } from '../text/deadLetterText';
import { tellDeadLetterSchema } from '../usecases/deadLetters';
import type { JobHandler } from './runOutbox';

/** A request that was begun ends as soon as its job is given up: running that again would do nothing. */
const endsUndone: readonly RequestState[] = ['claimed', 'running', 'partial', 'failed'];

/** Tells staff of a job that was given up, and how to run it again; or to have done what is left of a request. */
export function tellDeadLetter(deps: {
  readonly messenger: Messenger;
  readonly store: Store;
  readonly staffChannel: ConversationAddress | undefined;
  readonly staffLanguage: Language;
}): JobHandler {
  return async (job) => {
    const { jobId, kind, reason, requestId } = tellDeadLetterSchema.parse(job.payload);
    if (deps.staffChannel === undefined) return;
    const request = requestId && (await deps.store.transaction((tx) => tx.requests.find(requestId)));
    const words = deadLetterText[deps.staffLanguage];
    const text =
      request && endsUndone.includes(request.state)
        ? words.toldOfRequest(jobReference(jobId), request.number, reason)
        : words.told(jobReference(jobId), kind, reason);
    await deps.messenger.post(deps.staffChannel, { kind: 'text', text, language: deps.staffLanguage });
  };
}
