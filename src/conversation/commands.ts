import type { Language } from '../cases/language';

/** What can be typed at any time, so that no one needs a card to get on. */
export type Command =
  | 'hello'
  | 'thanks'
  | 'back'
  | 'unknown'
  | 'restart'
  | 'person'
  | 'help'
  | 'reset'
  | 'pass'
  | 'withdraw'
  | Language;

/** Whole messages only: "I lost my way back from holiday" is no command. */
const words: readonly (readonly [Command, readonly string[]])[] = [
  [
    'hello',
    [
      'hi',
      'hello',
      'hey',
      'good morning',
      'こんにちは',
      'こんばんは',
      'おはよう',
      'おはようございます',
      'はじめまして',
      'お疲れ様です',
    ],
  ],
  [
    'thanks',
    [
      'thanks',
      'thank you',
      'thx',
      'ありがとう',
      'ありがとうございます',
      'ありがとうございました',
      '助かりました',
    ],
  ],
  ['back', ['back', 'go back', '戻る', 'もどる', '前に戻る', '1つ戻る', 'ひとつ戻る']],
  [
    'unknown',
    [
      "i don't know",
      'i dont know',
      "don't know",
      'dont know',
      'not sure',
      'わからない',
      '分からない',
      'わかりません',
      '分かりません',
      '不明',
    ],
  ],
  [
    'restart',
    ['start over', 'restart', '最初から', '最初からやり直す', 'はじめから', 'やり直す', 'やり直し'],
  ],
  [
    'person',
    [
      'talk to a person',
      'speak to a person',
      'i want to talk to a person',
      'talk to someone',
      'talk to a human',
      'person',
      'human',
      'helpdesk',
      'help desk',
      '担当者',
      '担当者と話す',
      '担当者と話したい',
      '担当者と話したいです',
      '人と話したい',
      '人と話したいです',
      '担当者につなぐ',
      'ヘルプデスク',
    ],
  ],
  ['help', ['help', '?', 'ヘルプ', '使い方']],
  ['reset', ['request reset', 'ask for a reset', 'リセットを依頼', '再登録を依頼', '登録のやり直しを依頼']],
  [
    'pass',
    ['request pass', 'ask for a pass', 'パスを依頼', '一時アクセス パスを依頼', '一時アクセスパスを依頼'],
  ],
  ['withdraw', ['withdraw', 'withdraw request', '取り下げ', '取り下げる', '申請を取り下げる']],
  ['ja', ['日本語', 'japanese', 'ja']],
  ['en', ['english', '英語', 'en']],
];

const meaning: ReadonlyMap<string, Command> = new Map(
  words.flatMap(([command, spoken]) => spoken.map((word) => [word.normalize('NFKC'), command] as const)),
);

/** The command that a whole message is, or undefined where it is something else. */
export function readCommand(text: string): Command | undefined {
  // No command is longer, and a message of 30,000 characters need not be normalised to know that.
  if (text.length > 60) return undefined;
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/gu, "'")
    .trim()
    .replace(/[.!。\s]+$/u, '');
  return meaning.get(said);
}

/** "wrong 2", "違う 2": the second of the things that a card says were understood. */
export function readWrong(text: string): number | undefined {
  const place = /^(?:wrong|違う|ちがう)\s*(\d{1,2})$/iu.exec(text.slice(0, 40).normalize('NFKC').trim())?.[1];
  return place === undefined ? undefined : Number(place);
}
