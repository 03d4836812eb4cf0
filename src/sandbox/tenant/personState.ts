import { z } from 'zod/v4';
import { roleNames } from './roleTemplates';

/*
 * A person's state in the simulated tenant, in one object: for tests, for evidence scenarios, and for `POST /sandbox/people`.
 * What is left out is ordinary: an enabled member in Japan whose password is 200 days old, with no method but the password.
 * Times are told as how long ago they were.
 */

const deviceName = z.string().min(1);
const daysAgo = z.number().min(0);

export const methodState = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phone'),
    phoneType: z.enum(['mobile', 'alternateMobile', 'office']).default('mobile'),
    /** `+81 9012345678`; a wrong one is taken as it is. */
    number: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('microsoft-authenticator'),
    device: deviceName.default('iPhone'),
    appVersion: z.string().default('6.2511.0'),
  }),
  z.strictObject({ kind: z.literal('fido2'), device: deviceName.default('YubiKey') }),
  z.strictObject({ kind: z.literal('windows-hello'), device: deviceName.default('LT-0001') }),
  z.strictObject({ kind: z.literal('platform-credential'), device: deviceName.default('MacBook') }),
  z.strictObject({ kind: z.literal('software-oath') }),
  z.strictObject({ kind: z.literal('email'), address: z.string() }),
  z.strictObject({ kind: z.literal('external'), provider: z.string() }),
  z.strictObject({
    kind: z.literal('temporary-access-pass'),
    startedMinutesAgo: z.number().default(0),
    lifetimeInMinutes: z.int().default(60),
    isUsableOnce: z.boolean().default(false),
    used: z.boolean().default(false),
  }),
]);
export type MethodState = z.output<typeof methodState>;

const defaultWay = z.enum(['push', 'oath', 'sms', 'voiceMobile', 'voiceAlternateMobile', 'voiceOffice']);

const appliedPolicy = z.strictObject({
  id: z.string().default('5a4db0c1-0000-4000-8000-0000000000d1'),
  name: z.string(),
  result: z
    .enum(['success', 'failure', 'notApplied', 'notEnabled', 'unknown', 'reportOnlyFailure'])
    .default('failure'),
  /** `Block`, `Mfa`, `RequireCompliantDevice`… */
  demanded: z.array(z.string()).default([]),
});

export const signInState = z.strictObject({
  minutesAgo: z.number(),
  /** An AADSTS number; 0 is a success. */
  code: z.int().min(0),
  /** Entra's words; by default those of the code. */
  reason: z.string().optional(),
  details: z.string().optional(),
  app: z.string().default('Office 365'),
  clientApp: z.string().default('Browser'),
  country: z.string().length(2).default('JP'),
  city: z.string().default('Tokyo'),
  device: z
    .strictObject({
      os: z.string().default('Windows 11'),
      browser: z.string().default('Edge 142.0'),
      compliant: z.boolean().optional(),
      managed: z.boolean().optional(),
      trustType: z.string().optional(),
    })
    .prefault({}),
  policies: z.array(appliedPolicy).default([]),
  /** Of a guest: the tenant that they belong to. */
  homeTenantId: z.guid().optional(),
  /** Where they signed in, if it was not here. */
  resourceTenantId: z.guid().optional(),
  atRisk: z.boolean().default(false),
  /** How long the line takes to arrive in the log. */
  arrivesAfterMinutes: z.number().min(0).default(0),
  /** What only beta tells. */
  steps: z
    .array(z.strictObject({ method: z.string(), succeeded: z.boolean(), detail: z.string() }))
    .default([]),
});
export type SignInState = z.output<typeof signInState>;

const device = z.strictObject({
  name: z.string(),
  os: z.string().default('Windows'),
  compliant: z.boolean(),
  /** By default as compliant says. */
  managed: z.boolean().optional(),
  trustType: z.enum(['AzureAd', 'ServerAd', 'Workplace']).optional(),
  enabled: z.boolean().default(true),
});
export type DeviceState = z.output<typeof device>;

const risk = z.strictObject({
  level: z.enum(['low', 'medium', 'high']),
  state: z
    .enum(['atRisk', 'confirmedCompromised', 'remediated', 'dismissed', 'confirmedSafe'])
    .default('atRisk'),
  event: z.string().default('userReportedSuspiciousActivity'),
  minutesAgo: z.number().default(90),
});

export const personState = z.strictObject({
  accountEnabled: z.boolean().default(true),
  guest: z.boolean().default(false),
  /** Of the user principal name. `federated.example` signs in at another identity provider. */
  domain: z.string().default('hanamachi.example'),
  synced: z.boolean().default(false),
  managementRestricted: z.boolean().default(false),
  usageLocation: z.string().length(2).nullable().default('JP'),
  createdDaysAgo: daysAgo.default(900),
  passwordDaysAgo: daysAgo.default(200),
  passwordNeverExpires: z.boolean().default(false),
  /** When the sessions were last revoked, if they were. */
  sessionsRevokedMinutesAgo: z.number().optional(),
  roles: z
    .array(
      z.strictObject({
        role: z.enum(roleNames),
        how: z.enum(['assigned', 'activated', 'eligible']).default('assigned'),
        scope: z.string().default('/'),
      }),
    )
    .default([]),
  /** Ids of groups of the tenant. */
  groups: z.array(z.string()).default([]),
  methods: z.array(methodState).default([]),
  defaultWay: defaultWay.optional(),
  /** What the registration report still shows, and how old it is. By default it shows what is there now. */
  report: z
    .strictObject({
      hoursAgo: z.number().min(0),
      methods: z.array(methodState).default([]),
      defaultWay: defaultWay.optional(),
    })
    .optional(),
  signIns: z.array(signInState).default([]),
  risk: risk.optional(),
  devices: z.array(device).default([]),
  /** Whether they are among those who may reset their own password; whether they can depends on their methods. */
  passwordReset: z.enum(['on', 'off']).default('on'),
  /** Beta: MFA switched on for this person alone. */
  perUserMfa: z.enum(['disabled', 'enabled', 'enforced']).default('disabled'),
});

/** As it is written: `{ signIns: [{ minutesAgo: 5, code: 50126 }] }`. */
export type PersonState = z.input<typeof personState>;
/** With everything that was left out. */
export type FullPersonState = z.output<typeof personState>;
