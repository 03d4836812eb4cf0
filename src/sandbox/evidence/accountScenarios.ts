import { scenario, type EvidenceScenario } from './scenario';

const app = { kind: 'microsoft-authenticator' } as const;
const phone = { kind: 'phone', number: '+81 9012345678' } as const;
const otherTenant = '6f1f6b0a-1111-4111-8111-111111111111';

/** The account, its password, its risk, its organisation. */
export const accountScenarios: readonly EvidenceScenario[] = [
  scenario('disabled-ja', 'ja', {
    state: { accountEnabled: false, methods: [app], signIns: [{ minutesAgo: 8, code: 50057 }] },
    facts: { symptom: ['account-locked-message'], knows_password: true },
    causes: ['account-disabled'],
    routes: ['admin-policy'],
  }),
  scenario('disabled-en', 'en', {
    state: { accountEnabled: false, methods: [phone] },
    facts: { symptom: ['sign-in-blocked'], knows_password: true, works_elsewhere: false },
    causes: ['account-disabled'],
    routes: ['admin-policy'],
  }),
  scenario('expired-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 4, code: 50055 }] },
    facts: { symptom: ['password-refused'], password_expired: true, knows_password: true },
    causes: ['wrong-password'],
    routes: ['password-reset'],
  }),
  scenario('expired-on-premises-ja', 'ja', {
    state: { synced: true, methods: [phone], signIns: [{ minutesAgo: 12, code: 50144 }] },
    facts: { symptom: ['password-refused'], knows_password: true },
    causes: ['wrong-password'],
    routes: ['password-reset'],
  }),
  scenario('expired-by-age-ja', 'ja', {
    state: { passwordDaysAgo: 120, methods: [app], signIns: [{ minutesAgo: 7, code: 50055 }] },
    tenant: { passwordValidityDays: 90 },
    facts: { symptom: ['password-refused'], knows_password: true, password_expired: true },
    causes: ['wrong-password'],
    routes: ['password-reset'],
  }),
  scenario('wrong-password-ja', 'ja', {
    state: { methods: [app], signIns: [3, 5, 9].map((minutesAgo) => ({ minutesAgo, code: 50126 })) },
    facts: { symptom: ['password-refused'], knows_password: false },
    causes: ['wrong-password'],
    routes: ['password-reset'],
  }),
  scenario('wrong-password-en', 'en', {
    state: { methods: [app, phone], signIns: [2, 4].map((minutesAgo) => ({ minutesAgo, code: 50126 })) },
    facts: { symptom: ['password-refused'], knows_password: false, works_elsewhere: false },
    causes: ['wrong-password'],
    routes: ['password-reset'],
  }),
  scenario('locked-en', 'en', {
    state: {
      methods: [app],
      signIns: [
        { minutesAgo: 3, code: 50053 },
        ...[4, 6, 8, 9].map((minutesAgo) => ({ minutesAgo, code: 50126 })),
      ],
    },
    facts: { symptom: ['account-locked-message'], many_attempts: true, knows_password: true },
    causes: ['account-locked'],
    routes: ['password-reset', 'wait'],
  }),
  scenario('locked-ja', 'ja', {
    state: { methods: [phone], signIns: [{ minutesAgo: 6, code: 50053 }] },
    facts: { symptom: ['account-locked-message'], knows_password: true },
    causes: ['account-locked'],
    routes: ['password-reset', 'wait'],
  }),
  scenario('risk-en', 'en', {
    state: {
      methods: [app],
      risk: { level: 'high', event: 'leakedCredentials' },
      signIns: [{ minutesAgo: 9, code: 53011, atRisk: true }],
    },
    facts: { symptom: ['sign-in-blocked'], knows_password: true },
    causes: ['risk-blocked'],
    routes: ['admin-policy'],
  }),
  scenario('reported-ja', 'ja', {
    state: {
      methods: [app],
      risk: { level: 'high' },
      signIns: [{ minutesAgo: 20, code: 500121, details: 'user is blocked' }],
    },
    facts: { symptom: ['method-unavailable'], knows_password: true },
    causes: ['risk-blocked'],
    routes: ['admin-policy'],
  }),
  scenario('other-tenant-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 5, code: 500213, resourceTenantId: otherTenant }] },
    facts: { symptom: ['sign-in-blocked'], other_organisation_prompt: true, works_elsewhere: true },
    causes: ['other-tenant'],
    routes: ['other-organisation'],
  }),
  scenario('other-tenant-ja', 'ja', {
    state: {
      methods: [app, phone],
      signIns: [{ minutesAgo: 15, code: 500121, resourceTenantId: otherTenant }],
    },
    facts: { symptom: ['method-unavailable'], other_organisation_prompt: true },
    causes: ['other-tenant'],
    routes: ['other-organisation'],
  }),
  scenario('agent-down-ja', 'ja', {
    state: { synced: true, methods: [app], signIns: [{ minutesAgo: 3, code: 80001 }] },
    facts: { symptom: ['password-refused'], knows_password: true },
    causes: ['hybrid-or-federation'],
    routes: ['admin-policy'],
  }),
  scenario('federated-en', 'en', {
    state: { domain: 'federated.example', methods: [app], signIns: [{ minutesAgo: 6, code: 75011 }] },
    facts: { symptom: ['sign-in-loop'], federated_or_synced: true, knows_password: true },
    causes: ['hybrid-or-federation'],
    routes: ['admin-policy'],
  }),
  scenario('disturbed-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 2, code: 50087 }] },
    disturbed: 'Microsoft365Entra',
    facts: { symptom: ['other'], many_people_affected: true },
    causes: ['service-incident'],
    routes: ['wait'],
  }),
  scenario('disturbed-ja', 'ja', {
    state: { methods: [phone], signIns: [{ minutesAgo: 4, code: 500121, details: 'service error' }] },
    disturbed: 'Microsoft365Entra',
    facts: { symptom: ['push-not-arriving'], many_people_affected: true },
    causes: ['service-incident'],
    routes: ['wait'],
  }),
  scenario('consent-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 6, code: 90094 }] },
    facts: { symptom: ['consent-required'], knows_password: true },
    causes: ['app-consent-needed'],
    routes: ['admin-policy'],
  }),
  scenario('consent-ja', 'ja', {
    state: { methods: [app, phone], signIns: [{ minutesAgo: 16, code: 65001 }] },
    facts: { symptom: ['consent-required'], works_elsewhere: true },
    causes: ['app-consent-needed'],
    routes: ['admin-policy'],
  }),
  scenario('loop-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 1, code: 50196 }] },
    facts: { symptom: ['sign-in-loop'], works_in_private_window: true },
    causes: ['stale-browser-session'],
    routes: ['self-service'],
  }),
  scenario('loop-ja', 'ja', {
    state: { methods: [phone], signIns: [2, 3, 5, 6].map((minutesAgo) => ({ minutesAgo, code: 50058 })) },
    facts: { symptom: ['sign-in-loop'], works_in_private_window: true },
    causes: ['stale-browser-session'],
    routes: ['self-service'],
  }),
  scenario('asked-often-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 11, code: 70043 }] },
    facts: { symptom: ['asked-too-often'], wants_explanation_only: true },
    causes: ['expected-behaviour'],
    routes: ['self-service'],
  }),
];
