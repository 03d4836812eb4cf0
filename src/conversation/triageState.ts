import { z } from 'zod/v4';
import type { Language } from '../cases/language';
import type { NotAvailable } from '../ports/evidence';
import type { TriageProgress } from '../triage/assessment';

/** Raised whenever the stored shape changes; an older one is handed over to a fresh start, never guessed at (SECURITY S28). */
const triageStateVersion = 2;
/** Version 1 began without red flags, sources and incidents; whatever it lacks has a default below. */
const readableVersions = [1, triageStateVersion] as const;

const observationSchema = z.object({
  finding: z.string(),
  values: z.array(z.string()),
  origin: z.enum(['opening', 'person', 'tenant']),
  source: z.string().optional(),
  at: z.number().optional(),
});

const progressSchema = z.object({
  observations: z.array(observationSchema),
  asked: z.array(z.string()),
});

const phaseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asking'), findings: z.array(z.string()) }),
  z.object({ kind: z.literal('diagnosed'), rank: z.number().int().min(0) }),
  z.object({ kind: z.literal('withStaff') }),
]);

const triageStateSchema = z.object({
  version: z.literal(readableVersions).transform(() => triageStateVersion),
  caseId: z.string(),
  caseNumber: z.string(),
  language: z.enum(['ja', 'en']),
  progress: progressSchema,
  /** Where the triage stood before each answer, the latest last: what "back" goes to. */
  history: z.array(progressSchema),
  phase: phaseSchema,
  /** Red flags that came up in this case or in an open one: no answer, no "wrong" and no "back" takes them away. */
  redFlags: z.array(z.string()).default(() => []),
  /** What of the tenant could not be seen so far. */
  notAvailable: z
    .array(z.object({ what: z.string(), why: z.string(), needs: z.string().optional() }))
    .default(() => []),
  /** When the tenant was last asked, in epoch milliseconds. */
  lookedUpAt: z.number().optional(),
  /** The incident that the case belongs to, while it lasts. */
  incidentId: z.string().optional(),
});

/** Where one person's triage stands, as it is kept between turns. */
export type TriageState = z.infer<typeof triageStateSchema>;

/** The state as it was stored, or undefined where it is of another version or does not fit. */
export function parseTriageState(stored: unknown): TriageState | undefined {
  return triageStateSchema.safeParse(stored).data;
}

/** A triage that has only just begun. */
export function newTriageState(
  of: { caseId: string; caseNumber: string; language: Language },
  progress: TriageProgress,
  more: {
    readonly redFlags?: readonly string[] | undefined;
    readonly notAvailable?: readonly NotAvailable[] | undefined;
    readonly lookedUpAt?: number | undefined;
    readonly incidentId?: string | undefined;
  } = {},
): TriageState {
  return {
    version: triageStateVersion,
    ...of,
    progress: copyOf(progress),
    history: [],
    phase: { kind: 'asking', findings: [] },
    redFlags: [...(more.redFlags ?? [])],
    notAvailable: (more.notAvailable ?? []).map((missing) => ({ ...missing })),
    lookedUpAt: more.lookedUpAt,
    incidentId: more.incidentId,
  };
}

/** The same progress in the mutable shape that the schema gives. */
export function copyOf(progress: TriageProgress): TriageState['progress'] {
  return {
    observations: progress.observations.map((seen) => ({ ...seen, values: [...seen.values] })),
    asked: [...progress.asked],
  };
}
