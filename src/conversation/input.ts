import { z } from 'zod/v4';
import { remedyKinds, type RemedyKind } from '../cases/remedyPlan';

/** What a person did, read from an activity. A card carries ids and their own inputs only; nothing else of it is believed (SECURITY S1). */
export type ConversationInput =
  | { readonly kind: 'said'; readonly text: string }
  | {
      readonly kind: 'answered';
      readonly caseId: string | undefined;
      readonly raw: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'pressed'; readonly caseId: string | undefined; readonly press: Press }
  /** Something that was read from the person's words is wrong. */
  | { readonly kind: 'forget'; readonly caseId: string | undefined; readonly finding: string };

export type Press = 'back' | 'restart' | 'person' | 'helpedYes' | 'helpedNo' | RemedyKind;

const shortText = z.string().max(400);
const caseId = z.string().max(80).optional();
const finding = z.string().regex(/^[a-z][a-z_]{1,60}$/u);

/** One finding; the answer is in `value`. Unknown keys are dropped, never read. */
const oneAnswer = z.object({ finding, value: z.union([shortText, z.boolean()]), case: caseId });
/** An input that was left empty is an answer too: the person could not say. */
const givenAnswer = z.union([shortText, z.boolean()]).optional();
/** Several findings on one card: one input per finding. */
const manyAnswers = z.looseObject({ findings: z.array(finding).min(1).max(6), case: caseId });
const helped = z.object({ value: z.enum(['true', 'false']), case: caseId });
const forgotten = z.object({ finding, case: caseId });
const remedy = z.object({ remedy: z.enum(remedyKinds), case: caseId });
const bare = z.object({ case: caseId });

/** The verbs of the triage cards. */
export const triageVerbs = [
  'triage/answer',
  'triage/back',
  'triage/restart',
  'triage/person',
  'triage/helped',
  'triage/forget',
  'remedy/request',
] as const;
export type TriageVerb = (typeof triageVerbs)[number];

const navigation = { 'triage/back': 'back', 'triage/restart': 'restart', 'triage/person': 'person' } as const;

/** Reads what a button of a triage card sent; undefined where it is malformed. */
export function readTriageAction(verb: TriageVerb, data: unknown): ConversationInput | undefined {
  switch (verb) {
    case 'triage/answer':
      return readAnswers(data);
    case 'triage/helped': {
      const read = helped.safeParse(data).data;
      return read && pressed(read.case, read.value === 'true' ? 'helpedYes' : 'helpedNo');
    }
    case 'triage/forget': {
      const read = forgotten.safeParse(data).data;
      return read && { kind: 'forget', caseId: read.case, finding: read.finding };
    }
    case 'remedy/request': {
      const read = remedy.safeParse(data).data;
      return read && pressed(read.case, read.remedy);
    }
    case 'triage/back':
    case 'triage/restart':
    case 'triage/person': {
      const read = bare.safeParse(data ?? {}).data;
      return read && pressed(read.case, navigation[verb]);
    }
  }
}

function pressed(id: string | undefined, press: Press): ConversationInput {
  return { kind: 'pressed', caseId: id, press };
}

function readAnswers(data: unknown): ConversationInput | undefined {
  if (typeof data === 'object' && data !== null && 'finding' in data) {
    const one = oneAnswer.safeParse(data).data;
    return one && { kind: 'answered', caseId: one.case, raw: { [one.finding]: String(one.value) } };
  }
  const many = manyAnswers.safeParse(data).data;
  if (!many) return undefined;
  const raw: Record<string, string> = {};
  for (const id of many.findings) {
    const value = givenAnswer.safeParse(many[id]);
    if (!value.success) return undefined;
    raw[id] = value.data === undefined || value.data === '' ? 'unknown' : String(value.data);
  }
  return { kind: 'answered', caseId: many.case, raw };
}
