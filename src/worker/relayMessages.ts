import { plainLine, plainWords } from '../cards/plainText';
import type { Case } from '../cases/case';
import { clockTime } from '../cases/onCall';
import { isFault } from '../faults';
import type { ConversationAddress, MessageContent } from '../ports/messenger';
import type { RelayDirection, RelayedMessage } from '../ports/relayedMessages';
import type { Job } from '../ports/store';
import { caseText } from '../text/caseText';
import { caseJobKinds, notDeliveredSchema, relaySchema, relaySoon } from '../usecases/caseJobs';
import { shownName } from './shownName';
import { threadOf } from './caseThread';
import type { CaseWorkerDeps } from './caseWorkerDeps';

/** Whoever writes hears after about so long that it did not get through. */
const patienceMs = 2 * 60_000;
const holdMs = 60_000;
/** A case that was only just taken gets its card first. */
const cardWaitMs = 2_000;
const longestCardWaitMs = 10 * 60_000;

/**
 * Delivers what was said, one after the other in the order in which it was said. Another job of the same case and
 * direction finds the next one taken and leaves the rest to this one.
 */
export function relayMessages(deps: CaseWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId, direction } = relaySchema.parse(job.payload);
    for (;;) {
      const taken = await take(deps, job, caseId, direction);
      if (taken === undefined) return;
      if (!(await deliver(deps, taken))) return;
    }
  };
}

interface Taken {
  readonly message: RelayedMessage;
  readonly case: Case;
  readonly to: ConversationAddress | undefined;
  readonly language: 'ja' | 'en';
}

function take(
  deps: CaseWorkerDeps,
  job: Job,
  caseId: string,
  direction: RelayDirection,
): Promise<Taken | undefined> {
  return deps.store.transaction(async (tx) => {
    const until = deps.clock() + holdMs;
    const message = await tx.relays.take({ caseId, direction, holder: job.id, until });
    if (message === undefined) return undefined;
    const found = await tx.cases.find(caseId);
    if (found === undefined) return undefined;
    const chat = await tx.conversations.ofPerson(found.personId);
    return direction === 'toPerson'
      ? { message, case: found, to: chat?.address, language: chat?.language ?? found.language }
      : { message, case: found, to: threadOf(found), language: deps.staffLanguage };
  });
}

/** False where the rest has to wait. */
async function deliver(deps: CaseWorkerDeps, taken: Taken): Promise<boolean> {
  const { message, to } = taken;
  if (to === undefined) return waitForCard(deps, taken);
  try {
    await deps.messenger.post(to, await contentOf(deps, taken));
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    if (thrown.retryable && deps.clock() - message.createdAt < patienceMs) {
      await deps.store.transaction((tx) => tx.relays.putBack(message.id));
      throw thrown;
    }
    deps.log.warn({ caseId: message.caseId, fault: thrown.code }, 'a message could not be passed on');
    await giveUp(deps, message);
    return true;
  }
  await deps.store.transaction((tx) => tx.relays.settle(message.id, 'sent'));
  return true;
}

/** Into a thread that is about to be there; into a chat that nobody knows nothing can be said. */
async function waitForCard(deps: CaseWorkerDeps, { message }: Taken): Promise<boolean> {
  const now = deps.clock();
  if (message.direction === 'toPerson' || now - message.createdAt > longestCardWaitMs) {
    await giveUp(deps, message);
    return true;
  }
  await deps.store.transaction(async (tx) => {
    await tx.relays.putBack(message.id);
    await relaySoon(tx, message.caseId, message.direction, now + cardWaitMs);
  });
  return false;
}

async function giveUp(
  deps: CaseWorkerDeps,
  { caseId, createdAt, direction, id, senderId }: RelayedMessage,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await tx.relays.settle(id, 'undelivered');
    await tx.outbox.add({
      kind: caseJobKinds.notDelivered,
      payload: { caseId, direction, saidAt: createdAt },
      idempotencyKey: `${caseJobKinds.notDelivered}:${id}`,
    });
    await tx.audit.append({
      event: 'case.notRelayed',
      actorId: senderId,
      caseId,
      detail: { direction },
    });
  });
}

/** Other people's words: plain, without anything invisible, their names from the directory (SECURITY S16). */
async function contentOf(deps: CaseWorkerDeps, { language, message }: Taken): Promise<MessageContent> {
  const text = caseText[language];
  const name = await shownName(deps.directory, message.senderId);
  const files = message.files.map((file) => {
    const called = plainLine(file.name, 120);
    if (file.picture !== undefined) return called;
    return file.url === undefined ? text.picture(called) : `${called}\n${file.url}`;
  });
  const said = [plainWords(message.text), ...files].filter((line) => line !== '').join('\n');
  const pictures = message.files.flatMap(({ name: called, picture }) =>
    picture === undefined ? [] : [{ name: called, url: picture }],
  );
  return { kind: 'text', text: text.said(name, said), language, pictures };
}

/** Tells whoever wrote that it did not get through, where they wrote it. */
export function tellNotDelivered(deps: CaseWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId, direction, saidAt } = notDeliveredSchema.parse(job.payload);
    const [found, chat] = await deps.store.transaction(async (tx) => {
      const stored = await tx.cases.find(caseId);
      return [stored, stored && (await tx.conversations.ofPerson(stored.personId))] as const;
    });
    if (found === undefined) return;
    const time = clockTime(deps.claims.onCall.timeZone, saidAt).slice(-5);
    if (direction === 'toStaff') {
      if (chat === undefined) return;
      const text = caseText[chat.language ?? found.language].person.notDelivered(time);
      await deps.messenger.post(chat.address, { kind: 'text', text });
      return;
    }
    const thread = threadOf(found) ?? deps.staffChannel;
    if (thread === undefined) return;
    const name = await shownName(deps.directory, found.personId);
    const text = caseText[deps.staffLanguage].notDelivered(name, time);
    await deps.messenger.post(thread, { kind: 'text', text, language: deps.staffLanguage });
  };
}
