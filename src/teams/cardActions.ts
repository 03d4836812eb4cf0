import { z } from 'zod/v4';
import { readTriageAction, triageVerbs, type ConversationInput } from '../conversation/input';
import { proofKinds, type ProofKind } from '../cases/remedyRequest';

/** What a pressed button asks for. Target, remedy, approvers and state are never read from it (SECURITY S1). */
export type CardAction =
  | { readonly kind: 'triage'; readonly input: ConversationInput }
  | {
      readonly kind: 'decision';
      readonly decision: 'approved' | 'denied';
      readonly token: string;
      readonly reason: string;
      readonly proof: ProofKind | undefined;
    }
  | { readonly kind: 'unknownVerb' }
  | { readonly kind: 'malformed' };

const envelope = z.looseObject({ action: z.looseObject({ verb: z.string().max(100), data: z.unknown() }) });
const decisionData = z.looseObject({
  token: z.string().min(20).max(200),
  reason: z.string().max(2000).optional(),
  proof: z.union([z.enum(proofKinds), z.literal('')]).optional(),
});
const triageVerb = z.enum(triageVerbs);
const decisions: ReadonlyMap<string, 'approved' | 'denied'> = new Map([
  ['request/approve', 'approved'],
  ['request/deny', 'denied'],
]);

/** Reads the value of an `adaptiveCard/action` invoke. */
export function readCardAction(value: unknown): CardAction {
  const read = envelope.safeParse(value).data;
  if (read === undefined) return { kind: 'malformed' };
  const { data, verb } = read.action;
  const decision = decisions.get(verb);
  if (decision !== undefined) return readDecision(decision, data);
  const known = triageVerb.safeParse(verb).data;
  if (known === undefined) return { kind: 'unknownVerb' };
  const input = readTriageAction(known, data);
  return input === undefined ? { kind: 'malformed' } : { kind: 'triage', input };
}

function readDecision(decision: 'approved' | 'denied', data: unknown): CardAction {
  const read = decisionData.safeParse(data).data;
  if (read === undefined) return { kind: 'malformed' };
  const proof = read.proof === '' ? undefined : read.proof;
  return { kind: 'decision', decision, token: read.token, reason: read.reason ?? '', proof };
}
