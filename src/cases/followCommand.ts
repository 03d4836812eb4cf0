/** What is typed about a case that is followed to its end. */
export type FollowCommand =
  | { readonly kind: 'record' | 'follow'; readonly caseNumber: string }
  /** The person says that they did what they were asked to: it is looked at, not believed. */
  | { readonly kind: 'look' }
  | { readonly kind: 'microsoft'; readonly caseNumber: string; readonly country: string | undefined }
  | { readonly kind: 'microsoftTicket'; readonly caseNumber: string | undefined; readonly ticket: string }
  | { readonly kind: 'accessBack'; readonly caseNumber: string | undefined };

const lookWords: readonly string[] = [
  'i have registered',
  'i registered',
  'registered',
  '登録しました',
  '登録できました',
  '登録が終わりました',
];

const number = String.raw`(?<number>C-[0-9A-Z]{4,8})`;
const aboutCase = new RegExp(
  String.raw`^(?<verb>record|work record|記録|作業記録|follow|追跡)\s+${number}$`,
  'iu',
);
const microsoft = new RegExp(
  String.raw`^(?:microsoft|マイクロソフト)\s+${number}(?:\s+(?<country>[A-Za-z]{2}))?$`,
  'iu',
);
/** A ticket's number is told as support tells it: digits, letters and dashes, with at least five digits somewhere. */
const ticket = new RegExp(
  String.raw`^(?:ticket|ticket number|tracking ?id|受付番号)\s*[:：#]?\s*(?:${number}\s+)?(?<ticket>(?=(?:[^0-9]*[0-9]){5})[0-9A-Z-]{5,40})$`,
  'iu',
);
const accessBack = new RegExp(
  String.raw`^(?:access is back|access back|i am in again|アクセスが戻りました|アクセスが戻った|サインインできるようになりました)(?:\s+${number})?$`,
  'iu',
);

/** Reads such a command, or gives undefined where the text is something else. It decides nothing. */
export function readFollowCommand(text: string): FollowCommand | undefined {
  if (text.length > 300) return undefined;
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.!！]+$/u, '');
  if (lookWords.includes(said.toLowerCase())) return { kind: 'look' };
  return readAboutCase(said) ?? readMicrosoft(said);
}

function readAboutCase(said: string): FollowCommand | undefined {
  const groups = aboutCase.exec(said)?.groups;
  const caseNumber = numberIn(groups);
  if (caseNumber === undefined) return undefined;
  return { kind: /^(?:follow|追跡)$/iu.test(groups?.['verb'] ?? '') ? 'follow' : 'record', caseNumber };
}

function readMicrosoft(said: string): FollowCommand | undefined {
  const begun = microsoft.exec(said)?.groups;
  const caseNumber = numberIn(begun);
  if (caseNumber !== undefined)
    return { kind: 'microsoft', caseNumber, country: begun?.['country']?.toUpperCase() };
  const kept = ticket.exec(said)?.groups;
  const told = kept?.['ticket'];
  if (told !== undefined) return { kind: 'microsoftTicket', caseNumber: numberIn(kept), ticket: told };
  const back = accessBack.exec(said);
  return back === null ? undefined : { kind: 'accessBack', caseNumber: numberIn(back.groups) };
}

function numberIn(groups: Readonly<Record<string, string>> | undefined): string | undefined {
  return groups?.['number']?.toUpperCase();
}
