import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';

const permission = z.looseObject({ name: z.string(), id: z.guid(), delegatedId: z.guid(), why: z.string() });
const listSchema = z.looseObject({
  resource: z.object({ appId: z.guid() }),
  reading: z.array(permission),
  remedies: z.record(z.string(), z.array(permission)),
  notices: z.array(permission),
});

export interface Permission {
  readonly name: string;
  /** Of the application permission. */
  readonly id: string;
  /** Of the permission of the same name that works for a person who signed in. */
  readonly delegatedId: string;
  readonly why: string;
}

/** The one list of what Monban may ask of Microsoft Graph. */
export interface PermissionList {
  readonly resourceAppId: string;
  readonly reading: readonly Permission[];
  readonly remedies: Readonly<Record<string, readonly Permission[]>>;
  /** For telling people by mail. */
  readonly notices: readonly Permission[];
}

/** Reads `infra/graph-permissions.json`. */
export function readPermissionList(projectRoot: string): PermissionList {
  const file = path.join(projectRoot, 'infra', 'graph-permissions.json');
  const { notices, resource, reading, remedies } = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { resourceAppId: resource.appId, reading, remedies, notices };
}

/** A step that Monban takes later by itself needs what the remedy needs that it ends. */
const laterSteps: Readonly<Record<string, string>> = {
  'delete-pass': 'issue-temporary-access-pass',
  'restore-exclusion': 'exclude-for-a-time',
};

/** Telling people by mail, as a capability beside the remedies. */
export const noticeMail = 'notice-mail';

/** Whether a capability is called so. */
export function isCapability(list: PermissionList, name: string): boolean {
  return name === noticeMail || (laterSteps[name] ?? name) in list.remedies;
}

/** What the app itself is to hold: everything for reading, and for what it may do on its own. */
export function applicationPermissions(
  list: PermissionList,
  capabilities: readonly string[],
): readonly Permission[] {
  const remedies = capabilities.map((name) => laterSteps[name] ?? name);
  const notices = capabilities.includes(noticeMail) ? list.notices : [];
  return once([...list.reading, ...remedies.flatMap((kind) => list.remedies[kind] ?? []), ...notices]);
}

/** What an approver who signs in lets it do for the one request: never more than the remedies need. */
export function delegatedPermissions(list: PermissionList): readonly Permission[] {
  return once(Object.values(list.remedies).flat());
}

function once(permissions: readonly Permission[]): readonly Permission[] {
  return [...new Map(permissions.map((one) => [one.name, one])).values()];
}
