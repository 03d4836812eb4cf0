import { z } from 'zod/v4';
import { readTriageAction, triageVerbs, type ConversationInput } from '../conversation/input';
import type { FollowCommand } from '../cases/followCommand';
import { type ProofKind, staffProofs } from '../cases/remedyRequest';

interface TokenSent {
  readonly token: string;
}

/** What a pressed button asks for. Target, remedy, approvers and state are never read from it (SECURITY S1). */
export type CardAction =
  | { readonly kind: 'triage'; readonly input: ConversationInput }
  | {
      readonly kind: 'decision';
      readonly decision: 'approved' | 'denied';
      readonly reference: TokenSent;
      readonly reason: string;
      readonly proof: ProofKind | undefined;
      readonly phrase: string | undefined;
    }
  | {
      readonly kind: 'prove';
      readonly reference: TokenSent;
      readonly proof: ProofKind | undefined;
      readonly phrase: string | undefined;
    }
  | {
      readonly kind: 'vouch' | 'vouchNot';
      readonly reference: TokenSent;
      readonly phrase: string | undefined;
    }
  | { readonly kind: 'view'; readonly reference: TokenSent }
  | { readonly kind: 'notMe' }
  /** Which case is meant is said by the message that it was pressed on, never by what was sent. */
  | { readonly kind: 'case'; readonly act: CaseButton; readonly to: string }
  | { readonly kind: 'follow'; readonly command: FollowCommand }
  /** Teams asked by itself, without anybody pressing: never for something that acts. */
  | { readonly kind: 'unpressed' }
  | { readonly kind: 'unknownVerb' }
  | { readonly kind: 'malformed' };

const envelope = z.looseObject({
  action: z.looseObject({ verb: z.string().max(100), data: z.unknown() }),
  trigger: z.string().optional().catch('unreadable'),
});
const decisionData = z.looseObject({
  token: z.string().min(20).max(200),
  reason: z.string().max(2000).optional(),
  proof: z.union([z.enum(staffProofs), z.literal('')]).optional(),
  phrase: z.string().max(200).optional(),
});
const caseButtons = ['claim', 'handOn', 'resolve', 'reopen', 'handBack'] as const;
export type CaseButton = (typeof caseButtons)[number];
const caseData = z.looseObject({ to: z.string().max(260).default('') }).default({ to: '' });
const viewVerb = 'request/view';
const triageVerb = z.enum(triageVerbs);
const decisions: ReadonlyMap<string, 'approved' | 'denied'> = new Map([
  ['request/approve', 'approved'],
  ['request/deny', 'denied'],
]);

/** Buttons that say all there is to say by themselves. */
const plainActions: ReadonlyMap<string, CardAction> = new Map<string, CardAction>([
  ['request/notMe', { kind: 'notMe' }],
  ['recovery/look', { kind: 'follow', command: { kind: 'look' } }],
]);

/** Reads the value of an `adaptiveCard/action` invoke. */
export function readCardAction(value: unknown): CardAction {
  const read = envelope.safeParse(value).data;
  if (read === undefined) return { kind: 'malformed' };
  const { data, verb } = read.action;
  if (verb === viewVerb) return readView(data);
  if (isUnpressed(read)) return { kind: 'unpressed' };
  const decision = decisions.get(verb);
  if (decision !== undefined) return readDecision(decision, data);
  const plain = plainActions.get(verb);
  if (plain !== undefined) return plain;
  if (verb === 'request/prove' || verb === 'request/vouch' || verb === 'request/vouchNot')
    return readProof(verb, data);
  const known = triageVerb.safeParse(verb).data;
  if (known === undefined) return readCaseButton(verb, data);
  const input = readTriageAction(known, data);
  return input === undefined ? { kind: 'malformed' } : { kind: 'triage', input };
}

function readCaseButton(verb: string, data: unknown): CardAction {
  const act = caseButtons.find((button) => verb === `case/${button}`);
  if (act === undefined) return { kind: 'unknownVerb' };
  const sent = caseData.safeParse(data).data;
  return sent === undefined ? { kind: 'malformed' } : { kind: 'case', act, to: sent.to.trim() };
}

function readView(data: unknown): CardAction {
  const read = readProofData(data);
  return read === undefined ? { kind: 'malformed' } : { kind: 'view', reference: read.reference };
}

/** Whether the value of an `adaptiveCard/action` invoke asks for a view, or came without a press: it is only answered. */
export function isOnlyLooking(value: unknown): boolean {
  const read = envelope.safeParse(value).data;
  return read !== undefined && (read.action.verb === viewVerb || isUnpressed(read));
}

function isUnpressed({ trigger }: z.infer<typeof envelope>): boolean {
  return trigger !== undefined && trigger !== 'manual';
}

function readDecision(decision: 'approved' | 'denied', data: unknown): CardAction {
  const read = readProofData(data);
  return read === undefined ? { kind: 'malformed' } : { kind: 'decision', decision, ...read };
}

function readProof(verb: 'request/prove' | 'request/vouch' | 'request/vouchNot', data: unknown): CardAction {
  const read = readProofData(data);
  if (read === undefined) return { kind: 'malformed' };
  const { phrase, proof, reference } = read;
  if (verb === 'request/prove') return { kind: 'prove', reference, phrase, proof };
  return { kind: verb === 'request/vouch' ? 'vouch' : 'vouchNot', reference, phrase };
}

function readProofData(data: unknown) {
  const read = decisionData.safeParse(data).data;
  if (read === undefined) return undefined;
  const { phrase, reason = '', token } = read;
  return { reference: { token }, reason, phrase, proof: read.proof === '' ? undefined : read.proof };
}
