import type { Job } from '../ports/store';
import { ticketText } from '../text/ticketText';
import { ticketEventSchema } from '../usecases/takeTicketEvent';
import { plainLine } from '../cards/plainText';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** Tells staff what somebody did with the ticket in the helpdesk's own system. */
export function tellTicketEvent(
  deps: Pick<RequestWorkerDeps, 'messenger' | 'staffChannel' | 'staffLanguage'>,
) {
  return async (job: Job): Promise<void> => {
    const { caseNumber, reference, what } = ticketEventSchema.parse(job.payload);
    const { staffChannel, staffLanguage: language } = deps;
    if (staffChannel === undefined) return;
    const text = ticketText[language].fromThere[what](caseNumber, plainLine(reference, 60));
    await deps.messenger.post(staffChannel, { kind: 'text', text, language });
  };
}
