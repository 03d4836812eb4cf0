import { z } from 'zod/v4';
import { remedyKinds } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import { type Listener, listeners, type RequestEvent, requestEvents } from '../cases/requestEvents';
import type { StoreTransaction } from '../ports/store';

/** The kinds of job that a request brings about; each has one handler in `worker/`. */
export const requestJobKinds = {
  postRequestCards: 'post-request-cards',
  editRequestCards: 'edit-request-cards',
  expireRequest: 'expire-request',
  runRemedy: 'run-remedy',
  checkPassShown: 'check-pass-shown',
  settleRemedy: 'settle-remedy',
  tellPerson: 'tell-person',
  tellSecondChannel: 'tell-second-channel',
  askManager: 'ask-manager',
  askToProve: 'ask-to-prove',
  askForColleague: 'ask-for-colleague',
  revokePass: 'revoke-pass',
  watchPass: 'watch-pass',
  revokeSessions: 'revoke-sessions-now',
  securityAlarm: 'security-alarm',
  restoreExclusion: 'restore-exclusion',
  alarmStaff: 'alarm-staff',
} as const;

/** Every one of these jobs is about one request. */
export const requestJobSchema = z.object({ requestId: z.string() });

/** One conversation is left as it is: there somebody's own link to sign in has just taken the card's place. */
export const editRequestCardsSchema = requestJobSchema.extend({ exceptIn: z.string().optional() });

/** Since when nobody with the approver's token has been found. */
export const runRemedySchema = requestJobSchema.extend({ lookedSince: z.int().optional() });

/** Which of the journal's steps began the pass that is looked after. */
export const checkPassShownSchema = z.object({ requestId: z.string(), begunAt: z.int() });

/** Only what the request itself left, or whatever pass the person has. */
export const revokePassSchema = requestJobSchema.extend({ onlyOwn: z.boolean().default(false) });

/** The pass that came of it, once that is known. */
export const watchPassSchema = requestJobSchema.extend({ passId: z.string().optional() });

export const tellPersonSchema = z.object({
  requestId: z.string(),
  event: z.enum(requestEvents),
  listener: z.enum(listeners),
  /** Which of the approvers, where several are told. */
  approverId: z.string().optional(),
});

/** On another way than their chat; `unreached` where their chat could not be used. */
export const tellSecondChannelSchema = requestJobSchema.extend({
  event: z.enum(requestEvents),
  unreached: z.enum(['noChat', 'blocked']).optional(),
});

/** What the person is told on a second way as well, whatever became of the first. */
const toldTwice: readonly RequestEvent[] = ['requested', 'done', 'partial'];

/** Has the person told on their second way; true where that was so already. */
export async function tellOnSecondChannel(
  tx: StoreTransaction,
  request: RemedyRequest,
  event: RequestEvent,
  unreached?: 'noChat' | 'blocked',
): Promise<boolean> {
  const already = toldTwice.includes(event);
  if (unreached === undefined ? already : !already) {
    await tx.outbox.add({
      kind: requestJobKinds.tellSecondChannel,
      payload: { requestId: request.id, event, unreached },
      idempotencyKey: `${requestJobKinds.tellSecondChannel}:${request.id}:${event}`,
    });
  }
  return already;
}

/** Adds one job per listener, so that a message that fails is retried without repeating the others. */
export async function tellEverybody(
  tx: StoreTransaction,
  request: RemedyRequest,
  event: RequestEvent,
): Promise<void> {
  await tellOnSecondChannel(tx, request, event);
  for (const listener of listenersOf(request, event)) {
    const payload = { requestId: request.id, event, listener };
    const people = listener === 'approver' ? approversTold(request, event) : [undefined];
    for (const approverId of people) {
      await tx.outbox.add({
        kind: requestJobKinds.tellPerson,
        payload: { ...payload, approverId },
        idempotencyKey: `tell-${approverId ?? listener}:${request.id}:${event}:${String(request.version)}`,
      });
    }
  }
}

/** Whom a colleague named, and what for. The name is looked up by the job and by nothing before it. */
export const askForColleagueSchema = z.object({
  userName: z.string().max(260),
  remedy: z.enum(remedyKinds),
  askerId: z.string(),
});

/** What security is called for. */
export const securityAlarmSchema = z.object({
  why: z.enum(['notMe', 'managerSaysNo', 'wrongPhrases', 'staff', 'samePair']),
  /** Absent where the person has none: then it is about the case alone. */
  requestId: z.string().optional(),
  /** The case that a person looks into, where there was nothing to stop. */
  caseId: z.string().optional(),
  /** It was too late to stop it. */
  tooLate: z.boolean(),
});

export type SecurityAlarm = z.infer<typeof securityAlarmSchema>;

/** Calls security, in the staff channel, whatever else becomes of the request. */
export async function raiseAlarm(tx: StoreTransaction, alarm: SecurityAlarm): Promise<void> {
  await tx.outbox.add({ kind: requestJobKinds.securityAlarm, payload: alarm });
}

/** Posted cards show the state of a request: after each change they are edited to the present one. */
export async function refreshCards(tx: StoreTransaction, request: RemedyRequest): Promise<void> {
  await tx.outbox.add({
    kind: requestJobKinds.editRequestCards,
    payload: { requestId: request.id },
    idempotencyKey: `edit-request-cards:${request.id}:${request.version}`,
  });
}

/** Ends a request when its time is over, however it came to wait (anew). */
export async function expireLater(
  tx: StoreTransaction,
  request: Pick<RemedyRequest, 'id' | 'version'>,
  at: number,
): Promise<void> {
  const { expireRequest: kind } = requestJobKinds;
  const idempotencyKey = `${kind}:${request.id}:${String(request.version)}`;
  await tx.outbox.add({ kind, payload: { requestId: request.id }, runAfter: at, idempotencyKey });
}

/** So long the link to sign in is good that an approver got in the place of their card. */
const linkStaysMs = 15 * 60_000;

/** The same, but the card in one conversation is left to whoever is about to sign in there, until their link is over. */
export async function refreshOtherCards(
  tx: StoreTransaction,
  request: RemedyRequest,
  { exceptIn, now }: { readonly exceptIn: string; readonly now: number },
): Promise<void> {
  const { editRequestCards: kind } = requestJobKinds;
  const key = `${kind}:${request.id}:${request.version}`;
  const payload = { requestId: request.id };
  await tx.outbox.add({ kind, payload: { ...payload, exceptIn }, idempotencyKey: key });
  await tx.outbox.add({ kind, payload, runAfter: now + linkStaysMs, idempotencyKey: `${key}:later` });
}

/** Whoever decides is answered at once, so the approver hears only of what comes after. */
const forApprovers: readonly RequestEvent[] = [
  'denied',
  'expired',
  'withdrawn',
  'frozen',
  'done',
  'partial',
  'failed',
];

/** A colleague hears of it once the person has shown who they are: till then not even that there is such a person (S20). */
function mayHear({ door, proof }: RemedyRequest): boolean {
  return door !== 'colleague' || proof !== undefined;
}

/** Everybody who approved, or the one who denied. */
function approversOf({ approvals, decision }: RemedyRequest): readonly string[] {
  const decided = [...approvals, ...(decision === undefined ? [] : [decision])];
  return [...new Set(decided.map(({ approverId }) => approverId))];
}

/** Whoever said no knows it; those who had said yes are told. */
function approversTold(request: RemedyRequest, event: RequestEvent): readonly string[] {
  const all = approversOf(request);
  return event === 'denied' ? all.filter((id) => id !== request.decision?.approverId) : all;
}

/** Who is told: the person always, the requester where that is somebody else, the approver once there is one. */
function listenersOf(request: RemedyRequest, event: RequestEvent): readonly Listener[] {
  return listeners.filter(
    (listener) =>
      listener === 'person' ||
      (listener === 'requester' && request.requesterId !== request.personId && mayHear(request)) ||
      (listener === 'approver' && approversOf(request).length > 0 && forApprovers.includes(event)),
  );
}
