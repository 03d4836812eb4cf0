import type { PreferredMethod } from '../ports/tenantRecords';
import type { RegisteredMethod } from '../ports/personRecords';
import type { KeptRegistration } from './keptRecords';

type FactorKind =
  'authenticator' | 'code-app' | 'phone' | 'key' | 'passkey-in-app' | 'windows-hello' | 'other';

/** Something registered that answers the second question of a sign-in. A password, an address or a pass does not. */
export interface SecondFactor {
  readonly kind: FactorKind;
  /** The method policies that can allow it: one of them is enough. Empty where no policy switches it off. */
  readonly policies: readonly string[];
}

const ofKind: Readonly<Partial<Record<RegisteredMethod['kind'], SecondFactor>>> = {
  'microsoft-authenticator': { kind: 'authenticator', policies: ['MicrosoftAuthenticator'] },
  'software-oath': { kind: 'code-app', policies: ['SoftwareOath'] },
  'hardware-oath': { kind: 'other', policies: ['HardwareOath'] },
  fido2: { kind: 'key', policies: ['Fido2'] },
  'windows-hello': { kind: 'windows-hello', policies: [] },
  'platform-credential': { kind: 'other', policies: [] },
  external: { kind: 'other', policies: [] },
  unknown: { kind: 'other', policies: [] },
};

/** The second factors among the methods that are registered right now. */
export function factorsOfMethods(methods: readonly RegisteredMethod[]): readonly SecondFactor[] {
  return methods.flatMap(({ kind, phone }) => {
    if (kind === 'phone') {
      // Texts reach the mobile number only; the others are called.
      const mobile = phone === undefined || phone.type === 'mobile' || phone.type === 'unknown';
      return [{ kind: 'phone' as const, policies: mobile ? ['Sms', 'Voice'] : ['Voice'] }];
    }
    const factor = ofKind[kind];
    return factor === undefined ? [] : [factor];
  });
}

/** What the report calls them. One app is reported twice, for its prompts and for its codes: see below. */
const reported: Readonly<Record<string, SecondFactor>> = {
  microsoftAuthenticatorPush: { kind: 'authenticator', policies: ['MicrosoftAuthenticator'] },
  microsoftAuthenticatorPasswordless: { kind: 'authenticator', policies: ['MicrosoftAuthenticator'] },
  softwareOneTimePasscode: { kind: 'code-app', policies: ['SoftwareOath', 'MicrosoftAuthenticator'] },
  hardwareOneTimePasscode: { kind: 'other', policies: ['HardwareOath'] },
  mobilePhone: { kind: 'phone', policies: ['Sms', 'Voice'] },
  alternateMobilePhone: { kind: 'phone', policies: ['Voice'] },
  officePhone: { kind: 'phone', policies: ['Voice'] },
  passKeyDeviceBound: { kind: 'key', policies: ['Fido2'] },
  passKeySynced: { kind: 'key', policies: ['Fido2'] },
  passKeyDeviceBoundAuthenticator: { kind: 'passkey-in-app', policies: ['Fido2'] },
  passKeyDeviceBoundWindowsHello: { kind: 'windows-hello', policies: [] },
  windowsHelloForBusiness: { kind: 'windows-hello', policies: [] },
  macOsSecureEnclaveKey: { kind: 'other', policies: [] },
  externalAuthMethod: { kind: 'other', policies: [] },
};
const noFactor: ReadonlySet<string> = new Set([
  'password',
  'email',
  'securityQuestion',
  'temporaryAccessPass',
]);

/** The second factors by the report; undefined where it names something that is not known here. */
export function factorsOfReport({
  methodsRegistered,
}: KeptRegistration): readonly SecondFactor[] | undefined {
  const names = methodsRegistered.filter((name) => !noFactor.has(name));
  if (names.some((name) => !Object.hasOwn(reported, name))) return undefined;
  const factors = names.flatMap((name) => reported[name] ?? []);
  const hasApp = factors.some(({ kind }) => kind === 'authenticator');
  const kept = factors.filter(({ kind }) => !(hasApp && kind === 'code-app'));
  return [...new Map(kept.map((factor) => [JSON.stringify(factor), factor])).values()];
}

/** The vocabulary's word for a way that is the only one; undefined where one thing has several ways. */
const onlyWay: Readonly<Partial<Record<FactorKind, string>>> = {
  authenticator: 'authenticator-push',
  'code-app': 'other-totp-app',
  key: 'security-key',
  'passkey-in-app': 'passkey-in-app',
  'windows-hello': 'windows-hello',
};

const preferredWay: Readonly<
  Record<PreferredMethod, { readonly value: string; readonly kinds: readonly FactorKind[] }>
> = {
  push: { value: 'authenticator-push', kinds: ['authenticator'] },
  oath: { value: 'authenticator-code', kinds: ['authenticator', 'code-app'] },
  sms: { value: 'sms', kinds: ['phone'] },
  voiceMobile: { value: 'voice-call', kinds: ['phone'] },
  voiceAlternateMobile: { value: 'voice-call', kinds: ['phone'] },
  voiceOffice: { value: 'voice-call', kinds: ['phone'] },
};

/** A way to confirm, in the vocabulary's word, and the factor behind it. */
export interface WayInUse {
  readonly value: string;
  readonly factor: SecondFactor;
}

/**
 * The way that a sign-in asks for: the only one there is, or the default where the sign-in stopped at the second
 * factor. Otherwise nothing tells which of several the person tries.
 */
export function wayInUse(
  factors: readonly SecondFactor[],
  preferred: PreferredMethod | undefined,
  stoppedAtSecondFactor: boolean,
): WayInUse | undefined {
  const [only] = factors;
  const way = preferred === undefined ? undefined : preferredWay[preferred];
  const behind = factors.find(({ kind }) => way?.kinds.includes(kind));
  if (way !== undefined && behind !== undefined && (factors.length === 1 || stoppedAtSecondFactor))
    return { value: way.value, factor: behind };
  if (factors.length !== 1 || only === undefined) return undefined;
  const value = onlyWay[only.kind];
  return value === undefined ? undefined : { value, factor: only };
}
