import { botIsSilent, isOver, isWaiting } from '../cases/whoHasIt';
import { sameId } from '../cases/sameId';
import type { Clock } from '../ports/clock';
import type { RelayedFile } from '../ports/relayedMessages';
import type { Store, StoreTransaction } from '../ports/store';
import type { Case } from '../cases/case';
import { relaySoon } from './caseJobs';

/** What somebody said, with where it can be told apart from the same words said again. */
export interface Said {
  readonly senderId: string;
  /** Of the activity: one that is delivered twice is passed on once. */
  readonly activityId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly files: readonly RelayedFile[];
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** No message in Teams is longer than can be passed on in one. */
const longestText = 8000;

/** Passes on to staff what the person concerned writes in their own chat, while somebody has or should have the case. */
export function relayToStaff(deps: Deps, caseId: string, said: Said): Promise<'passedOn' | 'notOpen'> {
  return deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(caseId);
    const open = found !== undefined && (botIsSilent(found) || isWaiting(found));
    if (!open || !sameId(found.personId, said.senderId)) return 'notOpen';
    await pass(deps, tx, found, 'toStaff', said);
    return 'passedOn';
  });
}

export type ToPerson = 'passedOn' | 'unknownCase' | 'notTaken' | 'closed' | 'ownCase';

/** Passes on to the person concerned what staff write in the case's thread. */
export function relayToPerson(
  deps: Deps,
  threadId: string,
  said: Said,
): Promise<{ readonly outcome: ToPerson; readonly case?: Case | undefined }> {
  return deps.store.transaction(async (tx) => {
    const found = await tx.cases.ofThread(threadId);
    if (found === undefined) return { outcome: 'unknownCase' };
    if (isOver(found)) return { outcome: 'closed', case: found };
    if (!botIsSilent(found)) return { outcome: 'notTaken', case: found };
    if (sameId(found.personId, said.senderId)) return { outcome: 'ownCase', case: found };
    await pass(deps, tx, found, 'toPerson', said);
    return { outcome: 'passedOn', case: found };
  });
}

async function pass(
  deps: Deps,
  tx: StoreTransaction,
  { id: caseId }: Case,
  direction: 'toStaff' | 'toPerson',
  said: Said,
): Promise<void> {
  const { activityId, conversationId, files, senderId } = said;
  const text = said.text.length > longestText ? `${said.text.slice(0, longestText)}…` : said.text;
  const id = `${conversationId} ${activityId}`;
  const added = await tx.relays.add({
    id,
    caseId,
    direction,
    senderId,
    text,
    files,
    createdAt: deps.clock(),
  });
  if (!added) return;
  await relaySoon(tx, caseId, direction);
  await tx.audit.append({
    event: 'case.relayed',
    actorId: senderId,
    caseId,
    detail: { direction, files: files.length },
  });
}
