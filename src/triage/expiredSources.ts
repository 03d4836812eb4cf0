import type { KnowledgeFile } from './knowledgeFile';
import type { KnowledgeProblem, KnowledgeSource, Path } from './knowledgeSource';

type Source = NonNullable<KnowledgeFile['causes']>[string]['sources'][number];

/**
 * Sources whose own date has passed and that name no successor: nobody knows whether what rests on them still holds.
 * A source without a date never runs out, so nothing is refused by the calendar but what somebody dated.
 */
export function expiredSources(
  sources: readonly KnowledgeSource[],
  today: string | undefined,
): KnowledgeProblem[] {
  if (today === undefined) return [];
  return sources.flatMap((file) =>
    [...ofCauses(file.content), ...ofRoutes(file.content)].flatMap(({ path, about, source }) =>
      source.validTo === undefined || source.validTo >= today || source.successor !== undefined
        ? []
        : [
            {
              file: file.name,
              line: file.lineOf(path),
              message:
                `${about}: the source ${source.at} counted until ${source.validTo}; ` +
                'name its "successor", or check what rests on it and give a new date',
            },
          ],
    ),
  );
}

interface Cited {
  readonly path: Path;
  readonly about: string;
  readonly source: Source;
}

function ofCauses({ causes = {} }: KnowledgeFile): Cited[] {
  return Object.entries(causes).flatMap(([id, { sources, steps }]) => [
    ...sources.map((source, index) => ({
      path: ['causes', id, 'sources', index],
      about: `cause ${id}`,
      source,
    })),
    ...ofSteps(['causes', id, 'steps'], `cause ${id}`, steps),
  ]);
}

function ofRoutes({ routes = {} }: KnowledgeFile): Cited[] {
  return Object.entries(routes).flatMap(([id, { steps }]) =>
    ofSteps(['routes', id, 'steps'], `route ${id}`, steps),
  );
}

function ofSteps(
  path: Path,
  about: string,
  steps: readonly { readonly source?: Source | undefined }[],
): Cited[] {
  return steps.flatMap(({ source }, index) =>
    source === undefined
      ? []
      : [{ path: [...path, index, 'source'], about: `${about}, step ${index + 1}`, source }],
  );
}
