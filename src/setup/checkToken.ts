import type { TokenCredential } from '@azure/core-auth';
import { z } from 'zod/v4';
import { noToken } from '../graph/graphErrors';
import { note, wrong, type Finding } from './finding';
import { applicationPermissions, type PermissionList } from './permissionList';

const claims = z.looseObject({ roles: z.array(z.string()).default([]) });

/** What Entra's own error numbers mean here. */
const meanings: readonly (readonly [string, string])[] = [
  [
    'AADSTS7000215',
    'The client secret is wrong: make a new one, and set MONBAN_CLIENT_SECRET to its value, not its id.',
  ],
  [
    'AADSTS7000222',
    'The client secret or certificate has expired: make a new one (docs/operating.md, rotation).',
  ],
  ['AADSTS700016', 'The tenant has no such app: set MONBAN_BOT_APP_ID to what npm run app:register printed.'],
  ['AADSTS90002', 'There is no such tenant: set MONBAN_TENANT_ID to the directory (tenant) id.'],
  [
    'AADSTS70021',
    'The managed identity may not act as the app: npm run app:register -- --federate PRINCIPAL-ID --apply.',
  ],
];

/** Exchange Online can give this one for a single mailbox, and then it is in no token. */
function inExchange(permission: string): boolean {
  return permission.startsWith('Mail.');
}

/**
 * Gets a token for Graph as Monban does, and looks at the permissions that Entra wrote into it: what was granted, without
 * a permission for looking that up.
 */
export async function checkToken(
  credential: TokenCredential,
  list: PermissionList,
  applicationRemedies: readonly string[],
): Promise<readonly Finding[]> {
  const token = await credential
    .getToken('https://graph.microsoft.com/.default')
    .catch((thrown: unknown) => thrown);
  const held = tokenText(token);
  if (held === undefined) return [noTokenFinding(token)];
  const granted = new Set(rolesIn(held));
  const wanted = applicationPermissions(list, applicationRemedies).map(({ name }) => name);
  const missing = wanted.filter((name) => !granted.has(name));
  const surplus = [...granted].filter((name) => !wanted.includes(name));
  return [
    ...missing
      .filter(inExchange)
      .map((name) =>
        note(
          `the permission ${name} is not granted in Entra`,
          'Right where Exchange Online gives it for the one mailbox (docs/permissions.md); otherwise nothing is mailed.',
        ),
      ),
    ...missing
      .filter((name) => !inExchange(name))
      .map((name) =>
        wrong(
          `the permission ${name} is not granted`,
          'Run npm run app:register, and grant it at the link it prints.',
        ),
      ),
    ...surplus.map((name) =>
      wrong(
        `the permission ${name} is granted and not needed`,
        'Take it away in Entra: Enterprise applications, Monban, Permissions.',
      ),
    ),
  ];
}

function tokenText(got: unknown): string | undefined {
  return z.looseObject({ token: z.string() }).safeParse(got).data?.token;
}

function noTokenFinding(thrown: unknown): Finding {
  const fault = noToken(thrown);
  const known = meanings.find(([code]) => fault.message.includes(code));
  return wrong(
    fault.message,
    known?.[1] ??
      'Check MONBAN_AUTHORITY_HOST, the network, and how Monban proves who it is (docs/set-up.md).',
  );
}

/** Our own token, fresh from Entra: it is read, not trusted. */
function rolesIn(token: string): readonly string[] {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  try {
    return claims.parse(JSON.parse(payload)).roles;
  } catch {
    return [];
  }
}
