import { z } from 'zod/v4';
import { routes } from './assessment';
import { frequencies, priors, type HowCommon, type HowOften } from './scale';

/** The shape of the knowledge files. What a file holds is checked here; what they name of each other, later. */
const text = z.string().trim().min(1);
const localText = z.strictObject({ ja: text, en: text });
const howOften = z.enum(Object.keys(frequencies) as [HowOften, ...HowOften[]]);
const howCommon = z.enum(Object.keys(priors) as [HowCommon, ...HowCommon[]]);
const route = z.enum(routes);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written as 2027-02-01');

const conditionValue = z.union([z.boolean().transform(String), text]);
const conditionValues = z.union([
  conditionValue.transform((value) => [value]),
  z.array(conditionValue).min(1),
]);
/**
 * `phone_lost: true`, `symptom: [a, b]` (any of them), `other_method_usable: {not: true}`, or `{said: false}`,
 * which holds only where somebody said so.
 */
const conditions = z.record(
  text,
  z.union([
    conditionValues.transform((values) => ({ values, not: false, said: false })),
    z
      .strictObject({ not: conditionValues })
      .transform(({ not }) => ({ values: not, not: true, said: false })),
    z
      .strictObject({ said: conditionValues })
      .transform(({ said }) => ({ values: said, not: false, said: true })),
  ]),
);

/**
 * Where something is written: `learn.microsoft.com/...`, or `{ at: learn..., validTo: 2027-01-31 }` where it is known
 * until when that counts. A source that has run out and names no `successor` is refused: what rests on it may be
 * wrong. (A step that has run out is merely shown no more.)
 */
const source = z.union([
  text.transform((at) => ({ at, validTo: undefined, successor: undefined })),
  z.strictObject({ at: text, validTo: date.optional(), successor: text.optional() }),
]);

const step = z.strictObject({
  ja: text,
  en: text,
  routes: z.array(route).optional(),
  when: conditions.default({}),
  validFrom: date.optional(),
  validTo: date.optional(),
  keptWithTelecom: z.boolean().default(false),
  source: source.optional(),
});

const findingValue = z.strictObject({
  label: localText.optional(),
  told: localText,
  otherwise: howOften.default('rarely'),
  weight: z.number().min(0.1).max(1).default(1),
  seenUnder: z.record(text, howOften).default({}),
});

const finding = z.strictObject({
  by: z.enum(['person', 'tenant', 'either', 'opening']),
  kind: z.enum(['yes-no', 'choice', 'code']),
  many: z.boolean().default(false),
  canTell: howOften.default('often'),
  weight: z.number().min(0.1).max(1).default(1),
  fromTenant: z.number().min(0).max(3).default(1),
  card: text.optional(),
  question: localText.optional(),
  why: localText.optional(),
  values: z.record(text, findingValue).default({}),
});

const cause = z.strictObject({
  prior: howCommon,
  name: localText,
  explanation: localText,
  sources: z.array(source).min(1),
  seen: z.record(text, z.union([howOften, z.record(text, howOften)])),
  steps: z.array(step).min(1),
});

const errorCode = z.strictObject({ means: localText, seenUnder: z.record(text, howOften) });

const routeText = z.strictObject({
  name: localText,
  explanation: localText,
  askBefore: z.array(text).default([]),
  steps: z.array(step),
});

const routeRule = z.strictObject({
  causes: z.union([z.literal('any'), z.array(text).min(1)]),
  when: conditions.default({}),
  route,
});

const redFlag = z.strictObject({ id: text, text: localText, when: conditions });

const words = z.record(
  text,
  z.strictObject({ ja: z.array(text).default([]), en: z.array(text).default([]) }),
);
/** finding → value → patterns. */
const openings = z.record(text, z.record(text, z.array(text).min(1)));

const share = z.number().min(0).max(1);
const tuning = z.strictObject({
  firstQuestion: share,
  eachFurther: share,
  secondOnCard: share,
  worthMoreThanNeeded: share,
  standsOut: z.strictObject({ withSymptom: share, withoutSymptom: share }),
  resetNeeds: share,
  resetCauseNeeds: share,
});

/**
 * Built by a command, not by hand: a line a feature, its rarity in hundredths, then cause:weight pairs. One text and
 * not thousands of entries, so that reading it costs nothing.
 */
const wording = z.strictObject({
  /** Digest of the words and patterns that it was learnt with. */
  learntFrom: text,
  causes: z.array(text).min(1),
  features: z
    .string()
    .regex(
      /^(\S+ \d+( \d+:-?\d+)*\n)*$/,
      'a line is written as phone 312 0:5 7:-2 (rarity, then cause:weight)',
    ),
});

export const knowledgeFile = z.strictObject({
  findings: z.record(text, finding).optional(),
  causes: z.record(text, cause).optional(),
  errorCodes: z.record(text, errorCode).optional(),
  routes: z.partialRecord(route, routeText).optional(),
  routeRules: z.array(routeRule).optional(),
  redFlags: z.array(redFlag).optional(),
  contradictions: z.array(conditions).optional(),
  words: words.optional(),
  openings: openings.optional(),
  wording: wording.optional(),
  tuning: tuning.optional(),
});

export type KnowledgeFile = z.infer<typeof knowledgeFile>;
