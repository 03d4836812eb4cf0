import { notMeCard } from '../cards/notMeCard';
import { plainLine } from '../cards/plainText';
import { recoveryCard } from '../cards/recoveryCard';
import { stepsOfPerson } from '../cases/afterRecovery';
import { isInHand } from '../cases/caseInHand';
import type { Case } from '../cases/case';
import type { Language } from '../cases/language';
import { isFault } from '../faults';
import type { Job } from '../ports/store';
import { recoveryText } from '../text/recoveryText';
import { type RecoveryTold, tellRecoverySchema } from '../usecases/recoveryJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { hasBlocked } from './tellStaffInstead';

type TellDeps = Pick<
  RequestWorkerDeps,
  'store' | 'messenger' | 'directory' | 'templates' | 'staffChannel' | 'staffLanguage' | 'log'
>;

/** Tells the person what to do after a remedy, or staff what is left. In a case in hand the person hears nothing (S27). */
export function tellRecovery(deps: TellDeps) {
  return async (job: Job): Promise<void> => {
    const told = tellRecoverySchema.parse(job.payload);
    const [found, chat] = await deps.store.transaction(async (tx) => {
      const stored = await tx.cases.find(told.caseId);
      return [stored, stored && (await tx.conversations.ofPerson(stored.personId))] as const;
    });
    if (found === undefined) return;
    if (told.listener === 'staff') return tellStaff(deps, found, told);
    if (isInHand(found)) return;
    const language = chat?.language ?? found.language;
    try {
      if (chat === undefined) throw new NoChat();
      await deps.messenger.post(chat.address, contentFor(deps, found, told, language));
    } catch (thrown) {
      if (!(thrown instanceof NoChat) && !hasBlocked(thrown)) throw thrown;
      await notReached(deps, told);
    }
  };
}

/** Somebody locked out often has no chat with us; then staff reach them another way when reminders lead nowhere. */
class NoChat extends Error {}

async function notReached(deps: TellDeps, { about, caseId }: RecoveryTold): Promise<void> {
  deps.log.info({ caseId, about }, 'the person was not told: no chat is known, or the app was removed');
  await deps.store.transaction((tx) =>
    tx.audit.append({
      event: 'request.notTold',
      actorId: 'monban',
      caseId,
      detail: { event: about, listener: 'person' },
    }),
  );
}

function contentFor(deps: TellDeps, { number }: Case, told: RecoveryTold, language: Language) {
  const { person } = recoveryText[language];
  if (told.about === 'proven') {
    const card = notMeCard(deps.templates, language);
    return { kind: 'text', text: person.proven(number), card, language } as const;
  }
  const about = told.about === 'begun' ? 'begun' : 'reminder';
  const text = person[about](number, stepsFor(told, language));
  return { kind: 'text', text, card: recoveryCard(deps.templates, language), language } as const;
}

function stepsFor({ open }: RecoveryTold, language: Language): string {
  const { doYourself } = recoveryText[language];
  const theirs = open.filter((step) => stepsOfPerson.includes(step));
  return theirs.map((step, at) => `${String(at + 1)}. ${doYourself[step]}`).join('\n');
}

function unlessFault(thrown: unknown): undefined {
  if (!isFault(thrown)) throw thrown;
}

async function tellStaff(deps: TellDeps, found: Case, { about, open }: RecoveryTold): Promise<void> {
  const { staffChannel, staffLanguage: language } = deps;
  if (staffChannel === undefined) {
    deps.log.error({ caseId: found.id, about }, 'staff cannot be told: no staff channel');
    return;
  }
  const { alsoAsAdmin, doAsAdmin, staff } = recoveryText[language];
  // Without a name staff still have the number: a silent directory keeps nobody from hearing of it.
  const person = await deps.directory.person(found.personId).catch(unlessFault);
  const name = plainLine(person?.displayName ?? found.personId, 80);
  const todo = [...open.map((step) => doAsAdmin[step]), alsoAsAdmin].map((line) => `- ${line}`).join('\n');
  const text = about === 'proven' ? staff.proven(found.number, name) : staff.left(found.number, name, todo);
  await deps.messenger.post(staffChannel, { kind: 'text', text, language });
}
