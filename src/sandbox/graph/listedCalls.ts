import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

const permissions = z.array(z.looseObject({ calls: z.array(z.looseObject({ call: z.string() })) }));
const permissionList = z.looseObject({
  reading: permissions,
  remedies: z.record(z.string(), permissions),
  notices: permissions,
});

const file = join(__dirname, '../../../infra/graph-permissions.json');

/** Whether a call is one for which the project's one list has a permission: `GET`, `/v1.0/users/…`. */
export function readListedCalls(): (method: string, path: string) => boolean {
  const { notices, reading, remedies } = permissionList.parse(JSON.parse(readFileSync(file, 'utf8')));
  const calls = [...reading, ...Object.values(remedies).flat(), ...notices].flatMap((one) => one.calls);
  const patterns = calls.map(({ call }) => patternOf(call));
  // A batch has no permission of its own: each request in it is a call.
  return (method, path) =>
    path === '/v1.0/$batch' || patterns.some((pattern) => pattern.test(`${method} ${path}`));
}

/** `GET /users/{id}` is of v1.0; any other version is named. */
function patternOf(call: string): RegExp {
  const [method = '', template = ''] = call.split(' ');
  const path = template.startsWith('/beta/') ? template : `/v1.0${template}`;
  const escaped = path.split(/\{[^}]*\}/).map((part) => part.replaceAll(/[.$()]/g, String.raw`\$&`));
  return new RegExp(`^${method} ${escaped.join('[^/]+')}$`);
}
