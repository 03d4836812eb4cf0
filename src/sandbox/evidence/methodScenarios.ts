import { scenario, type EvidenceScenario } from './scenario';

const app = { kind: 'microsoft-authenticator' } as const;
const phone = { kind: 'phone', number: '+81 9012345678' } as const;

/** Methods that fail, are paused, or are not allowed. */
export const methodScenarios: readonly EvidenceScenario[] = [
  scenario('calls-limited-ja', 'ja', {
    state: { methods: [phone], defaultWay: 'sms', signIns: [{ minutesAgo: 2, code: 50088 }] },
    facts: { symptom: ['sms-not-arriving'], many_attempts: true },
    causes: ['too-many-attempts'],
    routes: ['wait'],
  }),
  scenario('codes-limited-en', 'en', {
    state: {
      methods: [app],
      defaultWay: 'oath',
      signIns: [{ minutesAgo: 2, code: 500121, details: 'user entered incorrect code too many times' }],
    },
    facts: { symptom: ['code-rejected'], many_attempts: true },
    causes: ['too-many-attempts'],
    routes: ['wait'],
  }),
  scenario('pass-expired-ja', 'ja', {
    state: {
      methods: [{ kind: 'temporary-access-pass', startedMinutesAgo: 120, lifetimeInMinutes: 60 }],
      signIns: [{ minutesAgo: 20, code: 130504 }],
    },
    facts: { symptom: ['code-rejected'], tap_issued: true },
    causes: ['tap-unusable'],
    routes: ['admin-policy', 'admin-tap'],
  }),
  scenario('pass-used-en', 'en', {
    state: {
      methods: [{ kind: 'temporary-access-pass', startedMinutesAgo: 30, isUsableOnce: true, used: true }],
      signIns: [{ minutesAgo: 8, code: 130507 }],
    },
    facts: { symptom: ['password-refused'], tap_issued: true },
    causes: ['tap-unusable'],
    routes: ['admin-policy', 'admin-tap'],
  }),
  scenario('texts-off-en', 'en', {
    state: { methods: [phone], defaultWay: 'sms', signIns: [{ minutesAgo: 5, code: 130501 }] },
    tenant: { methodPolicies: { Sms: { state: 'disabled' }, Voice: { state: 'disabled' } } },
    facts: { symptom: ['method-unavailable'], method_disabled_by_policy: true },
    causes: ['method-not-allowed'],
    routes: ['admin-policy'],
  }),
  scenario('code-app-off-ja', 'ja', {
    state: { methods: [{ kind: 'software-oath' }], signIns: [{ minutesAgo: 5, code: 130501 }] },
    tenant: { methodPolicies: { SoftwareOath: { state: 'disabled' } } },
    facts: { symptom: ['method-unavailable'], method_disabled_by_policy: true },
    causes: ['method-not-allowed'],
    routes: ['admin-policy'],
  }),
  scenario('passkey-ja', 'ja', {
    state: { methods: [{ kind: 'fido2' }], signIns: [{ minutesAgo: 4, code: 135016 }] },
    facts: { symptom: ['method-unavailable'], method_in_use: ['security-key'] },
    causes: ['security-key-or-passkey'],
    routes: ['self-service'],
  }),
  scenario('passkey-en', 'en', {
    state: { methods: [{ kind: 'fido2' }], signIns: [{ minutesAgo: 4, code: 135010 }] },
    facts: { symptom: ['method-unavailable'], method_in_use: ['security-key'] },
    causes: ['security-key-or-passkey'],
    routes: ['self-service'],
  }),
  scenario('old-mail-program-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 5, code: 530035, clientApp: 'Authenticated SMTP' }] },
    tenant: { securityDefaultsOn: true },
    facts: { symptom: ['password-refused'], works_elsewhere: true, knows_password: true },
    causes: ['client-cannot-mfa'],
    routes: ['self-service'],
  }),
  scenario('old-mail-program-ja', 'ja', {
    state: { methods: [app, phone], signIns: [{ minutesAgo: 25, code: 50126, clientApp: 'IMAP4' }] },
    facts: { symptom: ['password-refused'], works_elsewhere: true, knows_password: true },
    causes: ['client-cannot-mfa'],
    routes: ['self-service'],
  }),
  scenario('clock-ja', 'ja', {
    state: { methods: [app], signIns: [{ minutesAgo: 3, code: 500133 }] },
    facts: { symptom: ['other'], clock_automatic: false },
    causes: ['clock-skew'],
    routes: ['self-service'],
  }),
  scenario('journey-ja', 'ja', {
    state: {
      methods: [phone],
      defaultWay: 'sms',
      signIns: [
        {
          minutesAgo: 30,
          code: 500121,
          details: 'user never entered the verification code',
          country: 'DE',
          city: 'Berlin',
          device: { managed: true, compliant: true },
        },
      ],
    },
    facts: { symptom: ['sms-not-arriving'], abroad: true, phone_at_hand: true },
    causes: ['forwarding-or-roaming'],
    routes: ['self-service'],
  }),
  scenario('app-gone-en', 'en', {
    state: {
      methods: [app],
      defaultWay: 'push',
      signIns: [{ minutesAgo: 7, code: 500121, details: 'unable to send the mobile app notification' }],
    },
    facts: { symptom: ['code-missing'], app_reinstalled_or_removed: true, phone_changed: false },
    causes: ['app-registration-lost'],
    routes: ['admin-mfa-reset'],
  }),
  scenario('new-phone-ja', 'ja', {
    state: {
      methods: [app],
      defaultWay: 'push',
      signIns: [{ minutesAgo: 7, code: 500121, details: "user didn't respond to mobile app notification" }],
    },
    facts: {
      symptom: ['method-unavailable'],
      phone_changed: true,
      old_phone_usable: false,
      other_method_usable: false,
    },
    causes: ['old-device-bound'],
    routes: ['admin-mfa-reset'],
  }),
];
