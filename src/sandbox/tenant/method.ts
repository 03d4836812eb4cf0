export type PhoneType = 'mobile' | 'alternateMobile' | 'office';

/** Entra's constant ids: a person has at most one phone of each type, and one password. */
export const phoneIds: Readonly<Record<PhoneType, string>> = {
  mobile: '3179e48a-750b-4051-897c-87b9720928f7',
  alternateMobile: 'b6332ec1-7057-4abe-9331-3d72feddfe41',
  office: 'e37fc753-ff3b-4958-9484-eaa9425c82bc',
};
export const passwordId = '28c10230-6103-485e-b985-444c60001490';

interface Registered {
  readonly id: string;
  /** Epoch milliseconds; Graph tells it of some kinds only. */
  readonly createdAt: number;
}

type PasswordMethod = Registered & { readonly kind: 'password' };
export type PhoneMethod = Registered & {
  readonly kind: 'phone';
  readonly phoneType: PhoneType;
  readonly number: string;
};
/** Apps and keys that are told apart by a device's name. */
export type DeviceMethod = Registered & {
  readonly kind: 'microsoft-authenticator' | 'fido2' | 'windows-hello' | 'platform-credential';
  readonly device: string;
  /** Microsoft Authenticator only. */
  readonly appVersion?: string;
};
type SoftwareOathMethod = Registered & { readonly kind: 'software-oath' };
type EmailMethod = Registered & { readonly kind: 'email'; readonly address: string };
type ExternalMethod = Registered & { readonly kind: 'external'; readonly provider: string };
/** Its value is given away once, when it is issued, and not kept: nothing in the tenant can leak it. */
export type PassMethod = Registered & {
  readonly kind: 'temporary-access-pass';
  readonly startsAt: number;
  readonly lifetimeInMinutes: number;
  readonly isUsableOnce: boolean;
  readonly used: boolean;
};

/** One registered authentication method. */
export type Method =
  | PasswordMethod
  | PhoneMethod
  | DeviceMethod
  | SoftwareOathMethod
  | EmailMethod
  | ExternalMethod
  | PassMethod;

export type MethodKind = Method['kind'];

/** The ways of answering a second factor that can be a person's default. */
export type DefaultWay = 'push' | 'oath' | 'sms' | 'voiceMobile' | 'voiceAlternateMobile' | 'voiceOffice';

/** Whether a method is a second factor of the kind among which one is the default. */
export function isSecondFactor(method: Method): boolean {
  return ['phone', 'microsoft-authenticator', 'software-oath'].includes(method.kind);
}

/** What the chat page shows of a method beside its kind. */
export function methodLabel(method: Method): string {
  switch (method.kind) {
    case 'phone':
      return `${method.phoneType} ••••${method.number.slice(-4)}`;
    case 'email':
      return method.address;
    case 'external':
      return method.provider;
    case 'password':
    case 'software-oath':
      return '';
    case 'temporary-access-pass':
      return `${method.lifetimeInMinutes} min${method.isUsableOnce ? ', one-time' : ''}`;
    case 'microsoft-authenticator':
    case 'fido2':
    case 'windows-hello':
    case 'platform-credential':
      return method.device;
  }
}
