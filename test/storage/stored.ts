import type { Case } from '../../src/cases/case';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import type { ConversationAddress } from '../../src/ports/messenger';
import type { DatabaseAddress } from '../../src/storage/engine';
import { aDatabase } from './aDatabase';
import { openTestStore } from './openTestStore';

const tenantId = '11111111-1111-4111-8111-111111111111';
export const testTenant = tenantId;

/** A store with a clock that the test turns, on an empty database unless one is named. */
export async function aStore(options: { database?: DatabaseAddress; now?: number } = {}) {
  const time = { now: options.now ?? 1_000 };
  const { database = aDatabase(':memory:') } = options;
  const opened = await openTestStore({ database, tenantId, clock: () => time.now });
  return { ...opened, time };
}

export function aCase(parts: Partial<Case> = {}): Case {
  return {
    tenantId,
    id: 'case-1',
    number: `C-${parts.id ?? 'case-1'}`,
    state: 'triage',
    version: 1,
    personId: 'person-1',
    openerId: 'person-1',
    language: 'ja',
    findings: [{ finding: 'phone', values: ['replaced'], origin: 'person' }],
    causes: [],
    createdAt: 1_000,
    updatedAt: 1_000,
    ...parts,
  };
}

export function aRequest(parts: Partial<RemedyRequest> = {}): RemedyRequest {
  return {
    tenantId,
    id: 'request-1',
    number: `R-${parts.id ?? 'request-1'}`,
    caseId: 'case-1',
    state: 'pending',
    version: 1,
    remedy: 'require-mfa-reregistration',
    personId: 'person-1',
    personName: '佐藤 花子',
    personUpn: 'hanako@example.com',
    personLanguage: 'ja',
    requesterId: 'person-1',
    openerId: 'person-1',
    plan: {
      remedy: 'require-mfa-reregistration',
      personId: 'person-1',
      remove: [{ id: 'method-1', kind: 'phone', phoneType: 'mobile', label: '••••1234', isDefault: true }],
      keep: [{ id: 'method-2', kind: 'password', isDefault: false }],
      revokeSessions: true,
    },
    digest: 'd'.repeat(64),
    createdAt: 1_000,
    expiresAt: 2_000,
    door: 'own',
    personKind: 'ordinary',
    approvals: [],
    journal: [],
    ...parts,
  };
}

export function anAddress(parts: Partial<ConversationAddress> = {}): ConversationAddress {
  return {
    tenantId,
    serviceUrl: 'https://smba.example.com/jp/',
    conversationId: 'conversation-1',
    kind: 'personal',
    ...parts,
  };
}
