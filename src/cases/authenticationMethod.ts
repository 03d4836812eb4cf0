/** The kinds of sign-in method that Microsoft Graph lists for a person. Only its beta removes a hardware token. */
export const methodKinds = [
  'password',
  'phone',
  'microsoft-authenticator',
  'software-oath',
  'hardware-oath',
  'fido2',
  'windows-hello',
  'platform-credential',
  'email',
  'temporary-access-pass',
  'external',
  'unknown',
] as const;

export type MethodKind = (typeof methodKinds)[number];

/** A person has one phone of each type at most. */
export const phoneTypes = ['mobile', 'alternateMobile', 'office'] as const;
export type PhoneType = (typeof phoneTypes)[number];

/** One registered method, in what may be shown to staff (last digits only, never a full number). */
export interface AuthenticationMethod {
  readonly id: string;
  readonly kind: MethodKind;
  /** Phones only. */
  readonly phoneType?: PhoneType | undefined;
  /** Phones: `••••1234`; apps and keys: the device's name as the directory has it. Untrusted text. */
  readonly label?: string | undefined;
  /** Phones: the number has a 0 after the country code or no country code, so calls and texts do not arrive. */
  readonly numberFormatWrong?: boolean | undefined;
  /** Phones whose wrong number can be put right from itself: what it will be, `+81 ••••••34`. */
  readonly mendedLabel?: string | undefined;
  /** Whether this is the person's default second factor, where the directory says so. */
  readonly isDefault?: boolean | undefined;
  readonly createdAt?: number | undefined;
}
