import { scenario, type EvidenceScenario } from './scenario';

const app = { kind: 'microsoft-authenticator' } as const;
const phone = { kind: 'phone', number: '+81 9012345678' } as const;
const officePolicy = { id: '5a4db0c1-0000-4000-8000-0000000000e1', name: 'Office only' };
const placePolicy = {
  ...officePolicy,
  demands: ['block' as const],
  outsideTrustedLocations: true,
};

/** What is registered, and what devices, places and rules allow. */
export const accessScenarios: readonly EvidenceScenario[] = [
  scenario('new-colleague-ja', 'ja', {
    state: { createdDaysAgo: 3, signIns: [{ minutesAgo: 10, code: 50079 }] },
    facts: { symptom: ['asked-to-register'], no_method_registered: true, knows_password: true },
    causes: ['no-method-registered'],
    routes: ['self-service'],
  }),
  scenario('nothing-registered-en', 'en', {
    state: { signIns: [{ minutesAgo: 5, code: 50072 }] },
    facts: { symptom: ['asked-to-register'], no_method_registered: true },
    causes: ['no-method-registered'],
    routes: ['self-service'],
  }),
  scenario('wrong-number-ja', 'ja', {
    state: {
      methods: [{ kind: 'phone', number: '+81 09012345678' }],
      defaultWay: 'sms',
      signIns: [{ minutesAgo: 6, code: 500121, details: 'phone number has an invalid format' }],
    },
    facts: { symptom: ['sms-not-arriving'], phone_online: true },
    causes: ['number-format'],
    routes: ['admin-method-fix'],
  }),
  scenario('wrong-number-en', 'en', {
    state: {
      methods: [{ kind: 'phone', number: '+81 09012345678' }],
      defaultWay: 'voiceMobile',
      signIns: [{ minutesAgo: 3, code: 500121, details: "unable to reach the user's phone" }],
    },
    facts: { symptom: ['call-not-arriving'], phone_online: true, phone_at_hand: true },
    causes: ['number-format'],
    routes: ['admin-method-fix'],
  }),
  scenario('blocked-en', 'en', {
    state: {
      methods: [app],
      signIns: [{ minutesAgo: 4, code: 53003, policies: [{ name: 'No entry', demanded: ['Block'] }] }],
    },
    facts: { symptom: ['sign-in-blocked'], knows_password: true },
    causes: ['ca-blocks-sign-in'],
    routes: ['admin-policy'],
  }),
  scenario('place-ja', 'ja', {
    state: {
      methods: [app, phone],
      signIns: [{ minutesAgo: 4, code: 53003, policies: [{ ...officePolicy, demanded: ['Block'] }] }],
    },
    tenant: { accessPolicies: [placePolicy] },
    facts: { symptom: ['sign-in-blocked'], ca_result: ['needs-trusted-location'] },
    causes: ['ca-blocks-sign-in'],
    routes: ['admin-policy'],
  }),
  scenario('home-pc-ja', 'ja', {
    state: {
      methods: [app],
      devices: [{ name: 'HOME', compliant: false }],
      signIns: [{ minutesAgo: 8, code: 53000, device: { compliant: false } }],
    },
    facts: { symptom: ['sign-in-blocked'], works_elsewhere: true },
    causes: ['ca-blocks-sign-in'],
    routes: ['admin-policy'],
  }),
  scenario('not-joined-en', 'en', {
    state: { methods: [app], signIns: [{ minutesAgo: 14, code: 53001 }] },
    facts: { symptom: ['sign-in-blocked'], new_device_or_browser: true },
    causes: ['ca-blocks-sign-in'],
    routes: ['admin-policy'],
  }),
  scenario('disabled-device-ja', 'ja', {
    state: { methods: [app], signIns: [{ minutesAgo: 9, code: 135011 }] },
    facts: { symptom: ['sign-in-blocked'], works_elsewhere: true },
    causes: ['ca-blocks-sign-in'],
    routes: ['admin-policy'],
  }),
  scenario('registration-blocked-ja', 'ja', {
    state: { signIns: [{ minutesAgo: 6, code: 53010 }] },
    facts: { symptom: ['registration-fails'], no_method_registered: true },
    causes: ['ca-blocks-registration'],
    routes: ['admin-policy'],
  }),
  scenario('registration-blocked-en', 'en', {
    state: { methods: [phone], signIns: [{ minutesAgo: 6, code: 53010 }] },
    facts: { symptom: ['registration-fails'], works_elsewhere: true },
    causes: ['ca-blocks-registration'],
    routes: ['admin-policy'],
  }),
];
