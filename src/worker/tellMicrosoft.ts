import { plainLine } from '../cards/plainText';
import { dayOffAt, type Holidays, type NamedDay, nextCallAt } from './businessDays';
import type { Case } from '../cases/case';
import { isInHand } from '../cases/caseInHand';
import type { MicrosoftFollowUp } from '../cases/followUp';
import type { Language } from '../cases/language';
import type { Person } from '../cases/person';
import { supportListAt, supportOf } from '../cases/supportNumbers';
import { isFault } from '../faults';
import type { ConversationAddress } from '../ports/messenger';
import type { Job, StoreTransaction } from '../ports/store';
import { microsoftText } from '../text/microsoftText';
import { microsoftJobs, remindMicrosoftSchema, tellMicrosoftSchema } from '../usecases/microsoftJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

export interface MicrosoftDeps extends Pick<
  RequestWorkerDeps,
  'store' | 'messenger' | 'directory' | 'clock' | 'log' | 'tenantId' | 'staffChannel' | 'staffLanguage'
> {
  readonly holidays: Holidays;
}

const dayMs = 24 * 60 * 60_000;
/** Longer than this no ticket takes; then a person looks. */
const longestMs = 30 * dayMs;

interface Followed {
  readonly case: Case;
  readonly follow: MicrosoftFollowUp;
  readonly chat: ConversationAddress | undefined;
  readonly language: Language;
}

/** Tells whoever opened the case the way to Microsoft's support, and staff that it was told. */
export function tellMicrosoft(deps: MicrosoftDeps) {
  return async (job: Job): Promise<void> => {
    const { about, caseId } = tellMicrosoftSchema.parse(job.payload);
    const found = await read(deps, caseId);
    if (found === undefined) return;
    const { case: one, follow, language } = found;
    const text = microsoftText[language];
    if (about === 'ticketKept') await say(deps, found, text.ticketKept(one.number, follow.ticket ?? ''));
    else if (about === 'accessBack') await say(deps, found, text.accessBack(one.number));
    else await sendPacket(deps, found);
  };
}

async function sendPacket(deps: MicrosoftDeps, found: Followed): Promise<void> {
  const { case: one, follow, language } = found;
  const text = microsoftText[language];
  const person = await deps.directory.person(one.personId).catch(unlessFault);
  const line = supportOf(follow.country);
  const calendar = calendarOf(deps, follow);
  const off = dayOffAt(calendar, deps.clock());
  const packet = text.packet({
    caseNumber: one.number,
    tenantId: deps.tenantId,
    domain: person?.userPrincipalName.split('@').at(-1),
    userName: person?.userPrincipalName,
    objectId: one.personId,
    country: follow.country,
    numbers: line?.numbers ?? [],
    hours: line?.hours?.[language],
    listAt: supportListAt,
  });
  const notes = [
    ...(off === undefined ? [] : [text.today(off[language])]),
    ...(follow.country === 'JP' ? [] : [text.onlyWeekends]),
  ];
  await say(deps, found, [packet, ...notes].join('\n\n'));
  await tellStaff(deps, one, person, 'begun');
}

/** Each working day whoever opened the case is reminded to call again, until access is back; days off are told before. */
export function remindMicrosoft(deps: MicrosoftDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId, round } = remindMicrosoftSchema.parse(job.payload);
    const found = await read(deps, caseId);
    if (found?.follow.state !== 'open' || found.case.state === 'closed') return;
    const { case: one, follow, language } = found;
    const next = nextCallAt(calendarOf(deps, follow), deps.clock());
    const tooLong = deps.clock() - follow.createdAt > longestMs;
    if (tooLong) {
      await tellStaff(deps, one, await deps.directory.person(one.personId).catch(unlessFault), 'tooLong');
    } else if (round > 0 && !isInHand(one)) {
      await say(
        deps,
        found,
        microsoftText[language].reminder({
          caseNumber: one.number,
          ticket: follow.ticket,
          numbers: supportOf(follow.country)?.numbers ?? [],
          off: next.off.map(({ day, why }: NamedDay) => `${day} (${why[language]})`),
          next: next.day,
        }),
      );
    }
    await deps.store.transaction((tx) => goOn(tx, follow, { round, at: next.at, ends: tooLong }));
  };
}

async function goOn(
  tx: StoreTransaction,
  { caseId, createdAt }: MicrosoftFollowUp,
  next: { readonly round: number; readonly at: number; readonly ends: boolean },
): Promise<void> {
  if (next.round > 0) await tx.audit.append({ event: 'microsoft.reminded', actorId: 'monban', caseId });
  const follow = await tx.followUps.microsoft(caseId);
  if (follow?.state !== 'open' || next.ends) return;
  await tx.followUps.save({ ...follow, reminders: next.round });
  const round = next.round + 1;
  await tx.outbox.add({
    kind: microsoftJobs.remind,
    payload: { caseId, round },
    runAfter: next.at,
    idempotencyKey: `${microsoftJobs.remind}:${caseId}:${String(createdAt)}:${String(round)}`,
  });
}

/** Somebody locked out often cannot write: whoever opened the case for them hears instead. */
async function read(deps: MicrosoftDeps, caseId: string): Promise<Followed | undefined> {
  return deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(caseId);
    const follow = await tx.followUps.microsoft(caseId);
    if (found === undefined || follow === undefined) return undefined;
    const chat =
      (await tx.conversations.ofPerson(found.personId)) ?? (await tx.conversations.ofPerson(found.openerId));
    return { case: found, follow, chat: chat?.address, language: chat?.language ?? found.language };
  });
}

/** Without a chat staff read it in the channel: nobody is left without the next step. */
async function say(
  deps: MicrosoftDeps,
  { case: one, chat, language }: Followed,
  text: string,
): Promise<void> {
  const address = chat ?? deps.staffChannel;
  if (address === undefined)
    deps.log.error({ caseId: one.id }, 'nobody can be told about the Microsoft route');
  else await deps.messenger.post(address, { kind: 'text', text, language });
}

async function tellStaff(
  deps: MicrosoftDeps,
  one: Case,
  person: Person | undefined,
  about: 'begun' | 'tooLong',
): Promise<void> {
  if (deps.staffChannel === undefined) return;
  const name = plainLine(person?.displayName ?? one.personId, 80);
  const text = microsoftText[deps.staffLanguage].staff[about](one.number, name);
  await deps.messenger.post(deps.staffChannel, { kind: 'text', text, language: deps.staffLanguage });
}

function calendarOf({ holidays }: MicrosoftDeps, { country }: MicrosoftFollowUp) {
  return { country, holidays, timeZone: supportOf(country)?.timeZone ?? 'UTC' };
}

function unlessFault(thrown: unknown): undefined {
  if (!isFault(thrown)) throw thrown;
}
