import type { KnowledgeSource, Path } from '../triage/knowledgeSource';
import { z } from 'zod/v4';

/** How far ahead whoever keeps the knowledge wants to know what will change by itself. */
const daysAhead = 90;
const dayMs = 86_400_000;

/** Whatever carries dates: a step, a source. */
const dated = z.looseObject({
  en: z.string().optional(),
  at: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  keptWithTelecom: z.boolean().optional(),
});

interface AgingEntry {
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

/** Every entry whose dates have passed, have begun to count, or will within the next 90 days. */
export function agingEntries(sources: readonly KnowledgeSource[], today: string): readonly AgingEntry[] {
  return sources.flatMap((source) =>
    entriesOf(source.content, []).flatMap(({ path, entry }) => {
      const about = entry.en ?? entry.at ?? path.map(String).join(' > ');
      const changes = [beginning(entry.validFrom, today), ending(entry, today)];
      return changes.flatMap((change) =>
        change === undefined
          ? []
          : [{ file: source.name, line: source.lineOf(path), says: `${change}: ${about}` }],
      );
    }),
  );
}

type Dated = z.infer<typeof dated>;

function entriesOf(node: unknown, path: Path): { readonly path: Path; readonly entry: Dated }[] {
  if (typeof node !== 'object' || node === null) return [];
  const entry = dated.safeParse(node).data;
  const here = entry?.validFrom === undefined && entry?.validTo === undefined ? [] : [{ path, entry }];
  return [...here, ...Object.entries(node).flatMap(([key, child]) => entriesOf(child, [...path, key]))];
}

function beginning(from: string | undefined, today: string): string | undefined {
  if (from === undefined) return undefined;
  const days = daysUntil(from, today);
  if (days <= 0) return `counts since ${from}`;
  return days <= daysAhead ? `begins to count on ${from}, in ${inDays(days)}` : undefined;
}

function ending({ validTo, keptWithTelecom }: Dated, today: string): string | undefined {
  if (validTo === undefined) return undefined;
  const days = daysUntil(validTo, today);
  const kept = keptWithTelecom === true ? ' (stays where the tenant has its own telecom provider)' : '';
  if (days < 0) return `counts no more since ${validTo}${kept}`;
  return days <= daysAhead ? `ends on ${validTo}, in ${inDays(days)}${kept}` : undefined;
}

function daysUntil(date: string, today: string): number {
  return Math.round((Date.parse(date) - Date.parse(today)) / dayMs);
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
