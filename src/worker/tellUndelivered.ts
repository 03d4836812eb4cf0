import type { Messenger } from '../ports/messenger';
import { undeliveredText } from '../text/undeliveredText';
import { replyLaterSchema } from '../usecases/replyLater';
import type { JobHandler } from './runOutbox';

/** Asks a person to send their last message again, because the answer to it never reached them. */
export function tellUndelivered({ messenger }: { readonly messenger: Messenger }): JobHandler {
  return async (job) => {
    const { address, language } = replyLaterSchema.parse(job.payload);
    await messenger.post(address, { kind: 'text', text: undeliveredText[language].sendAgain, language });
  };
}
