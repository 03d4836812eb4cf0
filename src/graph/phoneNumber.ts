/** Country codes have one digit, two (these) or three (all others); no code begins with another one (ITU-T E.164). */
const oneDigit = /^[17]/;
const twoDigits = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Italy, San Marino, the Vatican, Benin, Ivory Coast, Gabon and Congo: numbers there may begin with 0 also from abroad. */
const zeroBelongs: ReadonlySet<string> = new Set(['39', '378', '379', '225', '229', '241', '242']);

/**
 * Whether a registered number can be reached: Entra wants `+{country code} {number}`, without the 0 that is
 * dialled at home. Undefined where the number cannot be judged, as when Graph masks it.
 */
export function numberFormatWrong(phoneNumber: string): boolean | undefined {
  const number = phoneNumber.trim().replace(/\s*x\d+$/i, '');
  if (!/^[+\d\s().-]*\d[+\d\s().-]*$/.test(number)) return undefined;
  if (!number.startsWith('+')) return true;
  const digits = number.replace(/\D/g, '');
  const countryCode = countryCodeOf(digits);
  return digits.startsWith('0', countryCode.length) && !zeroBelongs.has(countryCode);
}

/**
 * The number in the form that Entra reaches: `+{country code} {number}`, without the 0 that is dialled at home.
 * Undefined where it is right already, or where the country cannot be told (no country code, or Graph masks it).
 */
export function mendedNumber(phoneNumber: string): string | undefined {
  const number = phoneNumber.trim();
  if (!number.startsWith('+') || numberFormatWrong(number) !== true) return undefined;
  const extension = /\s*(x\d+)$/i.exec(number)?.[1] ?? '';
  const digits = number.replace(/\s*x\d+$/i, '').replace(/\D/g, '');
  const countryCode = countryCodeOf(digits);
  return `+${countryCode} ${digits.slice(countryCode.length).replace(/^0+/, '')}${extension.toLowerCase()}`;
}

/** What staff may see of a mended number: its country and its last two digits. */
export function maskedMended(mended: string): string {
  return `${mended.split(' ', 1)[0] ?? ''} ${maskedNumber(mended)}`;
}

/** What staff may see of a number: its last two digits. */
export function maskedNumber(phoneNumber: string): string {
  const digits = phoneNumber.replace(/\s*x\d+$/i, '').replace(/\D/g, '');
  return `••••••${digits.slice(-2)}`;
}

/** The last digits of a number; undefined where it has fewer in a row at its end, as when Graph masks it. */
export function lastDigits(phoneNumber: string, count: 2 | 4): string | undefined {
  // An extension follows a digit; the X of a masked number follows another X.
  const digits = phoneNumber.replace(/(?<=\d)\s*x\d+$/i, '').replace(/[\s().-]/g, '');
  return new RegExp(`\\d{${count}}$`).exec(digits)?.[0];
}

/** The country code of a number that has one. */
export function countryCodeIn(phoneNumber: string): string | undefined {
  const [, digits] = /^\+([\d\s().-]+)/.exec(phoneNumber.trim()) ?? [];
  return digits === undefined ? undefined : countryCodeOf(digits.replace(/\D/g, '')) || undefined;
}

function countryCodeOf(digits: string): string {
  if (oneDigit.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, twoDigits.test(digits) ? 2 : 3);
}
