import type { RecordFacts } from '../../src/cases/recordFacts';
import { aCase, aRequest, testTenant } from '../storage/stored';

const day = Date.UTC(2026, 10, 26);
/** At this time of the 26th of November 2026. */
export const at = (hour: number, minute: number) => day + (hour * 60 + minute) * 60_000;

const hanako = 'person-1';
const phone = {
  id: 'mobile',
  kind: 'phone',
  phoneType: 'mobile',
  label: '••••1234',
  isDefault: false,
} as const;
const app = {
  id: 'app',
  kind: 'microsoft-authenticator',
  label: 'Hanako’s iPhone 12',
  isDefault: true,
} as const;
const followed = {
  tenantId: testTenant,
  caseId: 'case-1',
  version: 3,
  createdAt: at(1, 20),
  updatedAt: at(2, 5),
};

/** A whole case as it is stored: a new phone, a reset, a passkey; nothing in it was written for the record. */
export function aRecordedCase(parts: Partial<RecordFacts> = {}): RecordFacts {
  const approval = {
    decision: 'approved',
    approverId: 'admin',
    approverName: '鈴木 一郎',
    at: at(1, 15),
    reason: '折り返し 090-1234-5678 で本人と話し、合い言葉を確認',
    proof: 'call-back',
  } as const;
  const request = aRequest({
    number: 'R-4XQ8',
    state: 'done',
    personId: hanako,
    personKind: 'ordinary',
    plan: {
      remedy: 'require-mfa-reregistration',
      personId: hanako,
      remove: [phone, app],
      keep: [{ id: 'password', kind: 'password', isDefault: false }],
      revokeSessions: true,
    },
    proof: { kind: 'call-back', proverId: 'desk', proverName: '高橋 美咲', at: at(1, 12) },
    approvals: [approval],
    decision: approval,
    journal: [
      { step: 'delete:mobile', outcome: 'started', at: at(1, 16) },
      { step: 'delete:mobile', outcome: 'done', at: at(1, 16) },
      { step: 'delete:app', outcome: 'done', at: at(1, 17) },
      { step: 'revoke-sessions', outcome: 'done', at: at(1, 17) },
      { step: 'verify', outcome: 'done', at: at(1, 18) },
    ],
  });
  return {
    case: aCase({
      number: 'C-7K2M',
      state: 'closed',
      personId: hanako,
      openerId: hanako,
      causes: ['old-device-bound', 'app-registration-lost'],
      route: 'admin-mfa-reset',
      findings: [
        { finding: 'phone_changed', values: ['true'], origin: 'person' },
        { finding: 'old_phone_usable', values: ['false'], origin: 'person' },
      ],
      createdAt: at(1, 0),
      updatedAt: at(2, 5),
    }),
    requests: [request],
    events: [
      { at: at(1, 0), event: 'case.opened', actorId: hanako },
      { at: at(1, 3), event: 'case.diagnosed', actorId: 'monban' },
      { at: at(1, 5), event: 'request.opened', actorId: hanako, requestId: request.id },
      { at: at(1, 12), event: 'request.proven', actorId: 'desk', requestId: request.id },
      { at: at(1, 15), event: 'request.approved', actorId: 'admin', requestId: request.id },
      { at: at(1, 20), event: 'recovery.begun', actorId: 'monban' },
      { at: at(2, 5), event: 'case.closed', actorId: 'monban' },
    ],
    recovery: {
      ...followed,
      kind: 'recovery',
      state: 'over',
      since: at(1, 18),
      needs: ['newMethod', 'signedIn', 'secondMethod', 'oldRemoved', 'sessionsRevoked'],
      known: ['password'],
      toRemove: [],
      seen: {
        newMethod: at(1, 40),
        signedIn: at(1, 44),
        secondMethod: at(2, 5),
        oldRemoved: at(1, 40),
        sessionsRevoked: at(1, 17),
      },
      unseeable: [],
      looks: 9,
      reminders: 1,
    },
    microsoft: undefined,
    ticket: undefined,
    names: { [hanako]: '佐藤 花子', desk: '高橋 美咲', admin: '鈴木 一郎' },
    userName: 'hanako.sato@hanamachi.example',
    writtenAt: at(2, 10),
    ...parts,
  };
}
