import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { remedyKinds, type RemedyKind } from './cases/remedyPlan';

const listSchema = z.looseObject({
  remedies: z.record(z.enum(remedyKinds), z.array(z.looseObject({ name: z.string() }))),
});

/** What each remedy needs of Microsoft Graph, and no more: from the one list that the documents and tests read too. */
export function readRemedyPermissions(projectRoot: string): Readonly<Record<RemedyKind, readonly string[]>> {
  const file = path.join(projectRoot, 'infra/graph-permissions.json');
  const { remedies } = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const named = remedyKinds.map((kind) => [kind, remedies[kind].map(({ name }) => name)] as const);
  return z.record(z.enum(remedyKinds), z.array(z.string())).parse(Object.fromEntries(named));
}
