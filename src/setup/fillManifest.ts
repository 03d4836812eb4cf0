/** What of the Teams app differs from one installation to the next. */
export interface AppFacts {
  readonly botAppId: string;
  /** Under which people reach Monban's own pages; https, no path. */
  readonly publicUrl: string;
  readonly developerName: string;
  readonly version: string;
}

const place = /\{\{(\w+)\}\}/gu;

/**
 * Fills the places of the manifest, value by value, so that nothing in a setting can become structure.
 * @throws Error where a place is not known, which is a bug of ours.
 */
export function fillManifest(template: unknown, facts: AppFacts): unknown {
  const values = new Map<string, string>([
    ...Object.entries(facts),
    ['publicUrl', new URL(facts.publicUrl).origin],
    ['domain', new URL(facts.publicUrl).hostname],
  ]);
  const fillText = (text: string): string =>
    text.replace(place, (_whole, name: string) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`the manifest has a place that nothing fills: ${name}`);
      return value;
    });
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
  return fill(template);
}
