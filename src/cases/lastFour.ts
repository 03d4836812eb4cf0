/** What could be a telephone number: seven digits or more, wide ones too, with what people write between them. */
const number =
  /(?<![0-9０-９A-Za-z])[+＋]?[0-9０-９](?:[\s()（）.．・\-‐-―－ー]*[0-9０-９]){6,}(?![A-Za-z])/gu;

/** What people wrote, as a record may hold it: of any telephone number only the last four digits are left. */
export function lastFourOnly(text: string): string {
  return text.replace(number, (found) => `••••${found.normalize('NFKC').replace(/\D/gu, '').slice(-4)}`);
}
