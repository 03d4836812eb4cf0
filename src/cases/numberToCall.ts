/** Words that ask for a call or a message; a number that is merely told of ("my old number was …") is nothing unusual. */
const asksForCall =
  /\b(?:call|ring|phone|text|reach|contact)\s+(?:me|us)\b|\bcall(?:ing)?\s+back\b|折り?返|[にへ](?:お|ご)?(?:電話|連絡)|まで(?:お|ご)?(?:電話|連絡)|連絡先は|かけて(?:ください|下さい|もら|いただ|ほしい)/iu;
const number = /(?<![\w.])\+?\d[\d\s().-]{7,18}\d(?![\w])/gu;

/** So many digits at the end tell numbers apart, however country and area are written before them. */
const compared = 8;

/** The numbers at which a text asks to be called, in digits. */
export function numbersToCall(text: string): readonly string[] {
  const said = text.normalize('NFKC');
  if (!asksForCall.test(said)) return [];
  return [...said.matchAll(number)]
    .map(([found]) => found.replace(/\D/gu, ''))
    .filter(({ length }) => length >= 9 && length <= 15);
}

/**
 * Whether a text asks to be called at a number that the directory does not hold: attackers give theirs, so that the call
 * back proves nothing (SECURITY S6). Where the directory holds none, there is nothing to compare with, and nobody to call.
 */
export function asksForOtherNumber(text: string, directoryNumbers: readonly string[]): boolean {
  const known = directoryNumbers.map((held) => held.replace(/\D/gu, '').slice(-compared));
  if (known.length === 0) return false;
  return numbersToCall(text).some((given) => !known.includes(given.slice(-compared)));
}
