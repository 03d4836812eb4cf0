import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

const permissions = z.array(z.looseObject({ name: z.string() }));
const permissionList = z.looseObject({
  reading: permissions,
  remedies: z.record(z.string(), permissions),
  notices: permissions,
});

const file = join(__dirname, '../../../infra/graph-permissions.json');

/** What the simulated administrator has consented to unless told otherwise: the project's own list, and no more. */
export function grantedPermissions(): readonly string[] {
  const { notices, reading, remedies } = permissionList.parse(JSON.parse(readFileSync(file, 'utf8')));
  const all = [...reading, ...Object.values(remedies).flat(), ...notices];
  return [...new Set(all.map(({ name }) => name))];
}

/** What a person who signs in may let the app do for them: what the remedies need, and no more. */
export function delegatedPermissions(): readonly string[] {
  const { remedies } = permissionList.parse(JSON.parse(readFileSync(file, 'utf8')));
  return [
    ...new Set(
      Object.values(remedies)
        .flat()
        .map(({ name }) => name),
    ),
  ];
}
