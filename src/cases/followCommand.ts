/** What is typed about a case that is followed to its end: `record C-7K2M`, `記録 C-7K2M`. */
export type FollowCommand =
  | { readonly kind: 'record' | 'follow'; readonly caseNumber: string }
  /** The person says that they did what they were asked to: it is looked at, not believed. */
  | { readonly kind: 'look' };

const lookWords: readonly string[] = [
  'i have registered',
  'i registered',
  'registered',
  '登録しました',
  '登録できました',
  '登録が終わりました',
];

const aboutCase = /^(?<verb>record|work record|記録|作業記録|follow|追跡)\s+(?<number>C-[0-9A-Z]{4})$/iu;

/** Reads such a command, or gives undefined where the text is something else. It decides nothing. */
export function readFollowCommand(text: string): FollowCommand | undefined {
  if (text.length > 300) return undefined;
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！]+$/u, '');
  if (lookWords.includes(said.toLowerCase())) return { kind: 'look' };
  const { number, verb = '' } = aboutCase.exec(said)?.groups ?? {};
  if (number === undefined) return undefined;
  const kind = /^(?:follow|追跡)$/iu.test(verb) ? 'follow' : 'record';
  return { kind, caseNumber: number.toUpperCase() };
}
