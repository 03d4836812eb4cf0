import type { Answer, SeenRequest } from './graphServer';

export const canary = 'Kx7-canary-pass';
export const group = '22222222-2222-4222-8222-222222222222';
export const person = '11111111-1111-4111-8111-111111111111';

/** What Graph answers where all is well, to any of the calls that are tested one by one. */
export function goodAnswer(request: SeenRequest): Answer {
  if (request.method === 'DELETE') return { status: 204 };
  const { pathname } = request.url;
  const found = Object.entries(goodBodies).find(([end]) => pathname.endsWith(end));
  if (request.method === 'POST' && pathname.endsWith('/temporaryAccessPassMethods'))
    return { status: 201, body: newPass };
  return { status: 200, body: found?.[1] ?? { value: [] } };
}

const newPass = {
  id: 'pass-1',
  temporaryAccessPass: canary,
  createdDateTime: '2026-11-21T10:00:00Z',
  startDateTime: '2026-11-21T10:00:00Z',
  lifetimeInMinutes: 60,
  isUsableOnce: true,
  isUsable: true,
  methodUsabilityReason: 'EnabledByPolicy',
};

const goodBodies: Readonly<Record<string, unknown>> = {
  '/manager': { id: group },
  'hanako%40example.com': { id: person, userPrincipalName: 'hanako@example.com', accountEnabled: true },
  '/phoneMethods/phone-1': { id: 'phone-1', phoneNumber: '+81 09012345678', phoneType: 'mobile' },
  [`/groups/${group}`]: { id: group, groupTypes: [] },
  [`/riskyUsers/${person}`]: { id: person, riskLevel: 'high', riskState: 'atRisk' },
  [`/users/${person}`]: { id: person, userPrincipalName: 'aoi@example.com', accountEnabled: true },
  '/transitiveMemberOf': {
    value: [
      { '@odata.type': '#microsoft.graph.group', id: group, displayName: 'Admins', isAssignableToRole: true },
    ],
  },
  '/roleAssignments': { value: [{ principalId: group, roleDefinitionId: group, directoryScopeId: '/' }] },
  [`/users/${group}`]: { id: group, userPrincipalName: 'ren@example.com', accountEnabled: true },
  '/TemporaryAccessPass': {
    state: 'enabled',
    defaultLifetimeInMinutes: 60,
    minimumLifetimeInMinutes: 60,
    maximumLifetimeInMinutes: 480,
    includeTargets: [{ id: 'all_users' }],
  },
};
