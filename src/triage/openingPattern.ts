import type { OpeningPattern, PatternTerm } from './knowledge';

const signs = { '+': 'affirmed', '-': 'denied', '!': 'absent' } as const;
const reaches = ['all', 'near'] as const;

/**
 * Reads a pattern of the knowledge: names of word groups joined by `&`. `+word` is said and not denied,
 * `-word` is denied, `!word` does not stand there; words in 「…」 stand for themselves, several with `|`.
 * `all:` in front looks in the whole text instead of one sentence, `near:` wants them close together.
 */
export function parsePattern(pattern: string): Pick<OpeningPattern, 'terms' | 'reach'> {
  const reach = reaches.find((one) => pattern.startsWith(`${one}: `)) ?? 'sentence';
  const parts = reach === 'sentence' ? pattern : pattern.slice(reach.length + 2);
  return { terms: parts.split('&').map((part) => toTerm(part.trim())), reach };
}

function toTerm(part: string): PatternTerm {
  const sign = part.charAt(0);
  return sign === '+' || sign === '-' || sign === '!'
    ? { word: part.slice(1), polarity: signs[sign] }
    : { word: part, polarity: 'any' };
}

/** The words of a term that stands for itself, or undefined where it names a group. */
export function literalWords(word: string): string[] | undefined {
  const literal = /^「(.+)」$/u.exec(word)?.[1];
  return literal?.split('|').map((one) => one.trim());
}
