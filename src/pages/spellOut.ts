import type { Bilingual, Language } from '../cases/language';

/** One character of a pass, with the words that make it unmistakable on the telephone. */
interface SpelledCharacter {
  readonly character: string;
  readonly words: string;
}

const kinds: Readonly<Record<'upper' | 'lower' | 'digit' | 'symbol', Bilingual>> = {
  upper: { ja: '大文字', en: 'capital letter' },
  lower: { ja: '小文字', en: 'small letter' },
  digit: { ja: '数字', en: 'digit' },
  symbol: { ja: '記号', en: 'symbol' },
};

/** Symbols have names that not everybody shares with the one at the other end; these are the common ones. */
const symbols: Readonly<Record<string, Bilingual>> = {
  '!': { ja: 'ビックリマーク', en: 'exclamation mark' },
  '"': { ja: 'ダブルクォート', en: 'double quote' },
  '#': { ja: 'シャープ', en: 'hash' },
  $: { ja: 'ドル', en: 'dollar' },
  '%': { ja: 'パーセント', en: 'percent' },
  '&': { ja: 'アンド', en: 'and sign' },
  "'": { ja: 'アポストロフィ', en: 'apostrophe' },
  '(': { ja: '開きかっこ', en: 'opening bracket' },
  ')': { ja: '閉じかっこ', en: 'closing bracket' },
  '*': { ja: 'アスタリスク', en: 'asterisk' },
  '+': { ja: 'プラス', en: 'plus' },
  ',': { ja: 'コンマ', en: 'comma' },
  '-': { ja: 'ハイフン', en: 'hyphen' },
  '.': { ja: 'ピリオド', en: 'full stop' },
  '/': { ja: 'スラッシュ', en: 'slash' },
  ':': { ja: 'コロン', en: 'colon' },
  ';': { ja: 'セミコロン', en: 'semicolon' },
  '<': { ja: '小なり', en: 'less than' },
  '=': { ja: 'イコール', en: 'equals' },
  '>': { ja: '大なり', en: 'greater than' },
  '?': { ja: 'クエスチョンマーク', en: 'question mark' },
  '@': { ja: 'アットマーク', en: 'at sign' },
  '[': { ja: '開き角かっこ', en: 'opening square bracket' },
  '\\': { ja: 'バックスラッシュ', en: 'backslash' },
  ']': { ja: '閉じ角かっこ', en: 'closing square bracket' },
  '^': { ja: 'ハット', en: 'caret' },
  _: { ja: 'アンダーバー', en: 'underscore' },
  '`': { ja: 'バッククォート', en: 'backtick' },
  '{': { ja: '開き波かっこ', en: 'opening brace' },
  '|': { ja: '縦棒', en: 'vertical bar' },
  '}': { ja: '閉じ波かっこ', en: 'closing brace' },
  '~': { ja: 'チルダ', en: 'tilde' },
};

/** Names each character of a pass, to be read out in a call. */
export function spellOut(pass: string, language: Language): readonly SpelledCharacter[] {
  return Array.from(pass, (character) => ({
    character,
    words: `${kinds[kindOf(character)][language]} ${symbols[character]?.[language] ?? character}`,
  }));
}

/** A pass in groups of four, easier to keep in mind than ten characters in a row. */
export function inGroups(pass: string): readonly string[] {
  return pass.match(/.{1,4}/gsu) ?? [];
}

function kindOf(character: string): keyof typeof kinds {
  if (/\p{Lu}/u.test(character)) return 'upper';
  if (/\p{Ll}/u.test(character)) return 'lower';
  return /\p{Nd}/u.test(character) ? 'digit' : 'symbol';
}
