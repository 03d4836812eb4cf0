/** An AADSTS number, also without its prefix where the word "error" or "code" stands near. */
const withPrefix = /aadsts ?:?(\d{5,7})/g;
const bareNumber =
  /(?:error|code|エラ|コド|番号)[^0-9a-z]{0,12}(?:code|number|is|was|:|no)?[^0-9a-z]{0,4}(\d{5,7})(?![\d])/g;
const hexCode = /0x[0-9a-f]{8}/g;
/** Codes that Microsoft's tables number from 5, 6, 7, 8, 9, 1 and 2 are long enough to stand alone. */
const knownShape = /(?<![\d.,])(5\d{4}|50\d{4}|53\d{4}|65\d{3}|70\d{3,4}|90\d{3}|13\d{4})(?![\d.,])/g;

/** Error codes in a normalised text: `50074` for AADSTS50074, hexadecimal ones in upper case as `0xCAA20003`. */
export function readErrorCodes(normal: string): string[] {
  const numbers = [withPrefix, bareNumber, knownShape].flatMap((shape) =>
    [...normal.matchAll(shape)].map((match) => match[1] ?? ''),
  );
  const hex = [...normal.matchAll(hexCode)].map((match) => `0x${match[0].slice(2).toUpperCase()}`);
  return [...new Set([...numbers, ...hex])].slice(0, 8);
}
