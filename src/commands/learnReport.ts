import type { ConfirmedCause } from '../ports/store';
import type { Suggestion } from './learnSuggestions';

const heading = ['cause', 'cases', 'people', 'share', 'expected', 'prior', 'counts suggest'];
/** Causes and words read from the left, numbers from the right. */
const leftAligned = new Set([0, 5, 6]);

/** What closed cases say about the priors: a table, and in sentences what it means. */
export function learnReport(
  suggestions: readonly Suggestion[],
  confirmed: readonly ConfirmedCause[],
): readonly string[] {
  const cases = confirmed.reduce((sum, one) => sum + one.cases, 0);
  const rows = suggestions.map(rowOf);
  const known = new Set(suggestions.map(({ cause }) => cause));
  const unknown = confirmed.filter(({ cause }) => !known.has(cause));
  return [
    ...tableOf([heading, ...rows]),
    '',
    `${cases} closed ${cases === 1 ? 'case' : 'cases'} confirmed a cause. ${meaning(suggestions)}`,
    'A person counts once per cause. Expected is how many people the present priors would lead one to expect.',
    'Causes with a dash are not compared and stay as they are: an admin or time ends them, so that "solved" is ' +
      'hardly ever said of them.',
    ...unknown.map(({ cause, people }) => `Confirmed by ${people}, but not in the knowledge: ${cause}`),
  ];
}

function meaning(suggestions: readonly Suggestion[]): string {
  const changes = suggestions.filter(isChange);
  if (changes.length === 0) return 'That is no reason to change a prior.';
  const named = changes.map(
    ({ cause, prior, compared }) => `${cause} ${prior} -> ${compared?.suggested ?? prior}`,
  );
  return (
    `They suggest: ${named.join(', ')}. Nothing was changed: look whether it fits what you know (an outage, a ` +
    'roll-out), then accept with --accept CAUSE. Judge a further step by newer cases alone, with --since DATE.'
  );
}

/** Whether the counts speak for another word than the present one. */
function isChange({ prior, compared }: Suggestion): boolean {
  return compared !== undefined && compared.suggested !== prior;
}

function rowOf(suggestion: Suggestion): readonly string[] {
  const { cause, cases, people, prior, compared } = suggestion;
  const counts = [cause, String(cases), String(people)];
  if (compared === undefined) return [...counts, '-', '-', prior, '-'];
  return [
    ...counts,
    `${(100 * compared.share).toFixed(1)} %`,
    compared.expected.toFixed(1),
    prior,
    isChange(suggestion) ? `${compared.suggested}  <-` : compared.suggested,
  ];
}

function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return leftAligned.has(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
