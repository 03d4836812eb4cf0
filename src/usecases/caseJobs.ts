import { z } from 'zod/v4';
import type { Case } from '../cases/case';
import { relayDirections, type RelayDirection } from '../ports/relayedMessages';
import type { StoreTransaction } from '../ports/store';

/** The kinds of job around a case that a person has or should have. */
export const caseJobKinds = {
  tellStaff: 'tell-staff',
  tellHandedOver: 'tell-handed-over',
  editCard: 'edit-case-card',
  tellPerson: 'tell-case',
  watchClaim: 'watch-claim',
  relay: 'relay-messages',
  notDelivered: 'tell-not-delivered',
} as const;

export const caseJobSchema = z.object({ caseId: z.string() });

/** What happened to a case that the person concerned is told. */
const caseEvents = ['claimed', 'handedOn', 'reopened', 'resolved', 'handedBack'] as const;
export type CaseEvent = (typeof caseEvents)[number];

/** Who had it after that: where somebody else has it by now, this is not told any more. */
export const tellCaseSchema = caseJobSchema.extend({
  event: z.enum(caseEvents),
  ownerId: z.string().optional(),
});

/** Of which handing-over it is: a later one has its own alarms. */
export const watchClaimSchema = caseJobSchema.extend({ since: z.int(), step: z.int().min(1) });

export const relaySchema = caseJobSchema.extend({ direction: z.enum(relayDirections) });

export const notDeliveredSchema = relaySchema.extend({ saidAt: z.int() });

/** Has the staff channel told of a case that was handed over now. */
export async function tellStaffOf(tx: StoreTransaction, { handoff, id }: Case): Promise<void> {
  await tx.outbox.add({
    kind: caseJobKinds.tellStaff,
    payload: { caseId: id },
    idempotencyKey: `${caseJobKinds.tellStaff}:${id}:${String(handoff?.at ?? 0)}`,
  });
}

/** The card in the channel shows the present state: after each change it is edited. */
export async function refreshCaseCard(tx: StoreTransaction, { id, version }: Case): Promise<void> {
  await tx.outbox.add({
    kind: caseJobKinds.editCard,
    payload: { caseId: id },
    idempotencyKey: `${caseJobKinds.editCard}:${id}:${String(version)}`,
  });
}

export async function tellOfCase(tx: StoreTransaction, found: Case, event: CaseEvent): Promise<void> {
  await tx.outbox.add({
    kind: caseJobKinds.tellPerson,
    payload: { caseId: found.id, event, ownerId: found.ownerId },
    idempotencyKey: `${caseJobKinds.tellPerson}:${found.id}:${event}:${String(found.version)}`,
  });
}

export async function relaySoon(
  tx: StoreTransaction,
  caseId: string,
  direction: RelayDirection,
  runAfter?: number,
): Promise<void> {
  await tx.outbox.add({ kind: caseJobKinds.relay, payload: { caseId, direction }, runAfter });
}
