import { incidentCard } from '../cards/incidentCard';
import type { CardTemplates } from '../cards/loadTemplates';
import type { Language } from '../cases/language';
import { botIsSilent } from '../cases/whoHasIt';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import type { Job } from '../ports/store';
import { incidentText } from '../text/incidentText';
import type { Knowledge } from '../triage/knowledge';
import { incidentJobs, tellIncidentSchema, tellOverSchema } from '../usecases/incidentJobs';
import { lookForIncidents, type IncidentDeps } from '../usecases/noticeIncidents';
import type { JobHandler } from './runOutbox';

export interface TellIncidentDeps extends IncidentDeps {
  readonly messenger: Messenger;
  readonly templates: CardTemplates;
  readonly knowledge: Knowledge;
  readonly staffChannel: ConversationAddress | undefined;
  readonly staffLanguage: Language;
}

/** The handlers of all jobs around incidents, by kind. */
export function incidentHandlers(deps: TellIncidentDeps): Readonly<Record<string, JobHandler>> {
  return {
    [incidentJobs.tellStaff]: tellStaffOfIncident(deps),
    [incidentJobs.tellOver]: tellThatItIsOver(deps),
    [incidentJobs.look]: () => lookForIncidents(deps),
  };
}

/** Posts the incident's one card, or brings it up to date. */
function tellStaffOfIncident(deps: TellIncidentDeps) {
  return async (job: Job): Promise<void> => {
    const { incidentId } = tellIncidentSchema.parse(job.payload);
    const { staffChannel, staffLanguage: language } = deps;
    const { cases, incident } = await deps.store.look(async ({ incidents }) => ({
      incident: await incidents.find(incidentId),
      cases: await incidents.casesOf(incidentId),
    }));
    if (incident === undefined || staffChannel === undefined) return;
    const card = incidentCard(deps.templates, deps.knowledge, { incident, cases, language });
    const summary = incidentText[language].heading(incident.number);
    const content = { kind: 'card' as const, card, summary, language };
    if (incident.card !== undefined) {
      await deps.messenger.edit(incident.card, content);
      return;
    }
    const posted = await deps.messenger.post(staffChannel, content);
    await deps.store.transaction(async (tx) => {
      const now = await tx.incidents.find(incidentId);
      if (now !== undefined) await tx.incidents.save({ ...now, card: posted });
    });
  };
}

/** Tells one who waited, in their language, that the trouble of many is over. */
function tellThatItIsOver(deps: Pick<TellIncidentDeps, 'store' | 'messenger'>) {
  return async (job: Job): Promise<void> => {
    const { caseId } = tellOverSchema.parse(job.payload);
    const [found, chat] = await deps.store.look(async ({ cases, conversations }) => {
      const stored = await cases.find(caseId);
      return [stored, stored && (await conversations.ofPerson(stored.openerId))] as const;
    });
    // Who has solved it meanwhile does not wait any more.
    if (found === undefined || chat === undefined || found.state === 'closed') return;
    // Whoever has the case says it (SECURITY S27).
    if (botIsSilent(found)) return;
    const text = incidentText[chat.language ?? found.language].over(found.number);
    await deps.messenger.post(chat.address, { kind: 'text', text });
  };
}
