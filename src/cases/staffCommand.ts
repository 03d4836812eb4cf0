import type { RemedyChoices } from './remedyChoices';
import type { RemedyKind } from './remedyPlan';

/** What staff, security and colleagues type: `reset for hanako@example.com`, `clear C-7K2M looked into it`, `緊急停止 理由`. */
export type StaffCommand =
  | { readonly kind: 'forAnother'; readonly userName: string; readonly remedy: RemedyKind }
  | StaffAsk
  | { readonly kind: 'freeze'; readonly number: string; readonly reason: string }
  /** To go on with what was done in part only. */
  | { readonly kind: 'goOn'; readonly number: string }
  /** What a request would do is to be otherwise. */
  | {
      readonly kind: 'change';
      readonly number: string;
      readonly choices: Pick<RemedyChoices, 'minutes' | 'revokeSessions'>;
    }
  | { readonly kind: 'clear'; readonly caseNumber: string; readonly reason: string }
  | { readonly kind: 'stop' | 'resume'; readonly reason: string };

/** What only staff ask for: of somebody by name, or of whom a case or a request is about. */
export interface StaffAsk {
  readonly kind: 'staffAsk';
  readonly about: { readonly userName: string } | { readonly number: string };
  readonly remedy: RemedyKind;
  readonly choices: RemedyChoices;
}

const remedies: Readonly<Record<string, RemedyKind>> = {
  reset: 'require-mfa-reregistration',
  リセット: 'require-mfa-reregistration',
  再登録: 'require-mfa-reregistration',
  pass: 'issue-temporary-access-pass',
  パス: 'issue-temporary-access-pass',
};

const userName = String.raw`[^\s@<>"'()]{1,64}@[a-z0-9.-]{1,190}`;
const forAnother = new RegExp(String.raw`^(?<what>reset|pass)\s+for\s+(?<who>${userName})$`, 'iu');
const forAnotherJa = new RegExp(
  String.raw`^(?<who>${userName})\s*(?:さん)?の\s*(?<what>リセット|再登録|パス)(?:を依頼|をお願い(?:します)?)?$`,
  'iu',
);
const aboutNumber =
  /^(?<verb>freeze|凍結|clear|解除|resume|続行)\s+(?<number>[CR]-[0-9A-Z]{4,8})(?:\s+(?<reason>.*))?$/isu;
const everything =
  /^(?<verb>stop everything|緊急停止|resume everything|緊急停止解除)(?:\s+(?<reason>.*))?$/isu;

const staffRemedies: readonly (readonly [RegExp, RemedyKind])[] = [
  [/^(?:sign out|サインアウト)$/iu, 'revoke-sessions'],
  [/^(?:compromised|侵害)$/iu, 'confirm-user-risk'],
  [/^(?:dismiss risk|リスク解除)$/iu, 'dismiss-user-risk'],
  [/^(?:enable|有効化)$/iu, 'enable-account'],
  [/^(?:exclude|除外)$/iu, 'exclude-for-a-time'],
];
const staffAsk = new RegExp(
  String.raw`^(?<verb>sign out|サインアウト|compromised|侵害|dismiss risk|リスク解除|enable|有効化|exclude|除外)\s+(?:for\s+)?` +
    String.raw`(?:(?<number>[CR]-[0-9A-Z]{4,8})|(?<who>${userName}))(?:\s+(?<more>.*))?$`,
  'isu',
);

/** Reads such a command, or gives undefined where the text is something else. It decides nothing. */
export function readStaffCommand(text: string): StaffCommand | undefined {
  if (text.length > 2000) return undefined;
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。]+$/u, '');
  const { what = '', who = '' } = forAnother.exec(said)?.groups ?? forAnotherJa.exec(said)?.groups ?? {};
  const remedy = new Map(Object.entries(remedies)).get(what.toLowerCase());
  if (remedy !== undefined) return { kind: 'forAnother', userName: who.toLowerCase(), remedy };
  return readNumbered(said) ?? readChange(said) ?? readStaffAsk(said) ?? readEverything(said);
}

function readStaffAsk(said: string): StaffAsk | undefined {
  const { more = '', number, verb = '', who = '' } = staffAsk.exec(said)?.groups ?? {};
  const remedy = staffRemedies.find(([form]) => form.test(verb))?.[1];
  const choices =
    remedy === 'exclude-for-a-time' ? exclusionChoices(more) : more.trim() === '' ? {} : undefined;
  if (remedy === undefined || choices === undefined) return undefined;
  const about = number === undefined ? { userName: who.toLowerCase() } : { number: number.toUpperCase() };
  return { kind: 'staffAsk', about, remedy, choices };
}

const exclusionWords =
  /^(?:(?<minutes>\d{1,4})\s*(?:minutes|min|分(?:間)?))?\s*(?<noPass>a pass does not help|パスでは足りない)?$/iu;

/** `exclude C-7K2M 60 minutes a pass does not help`: for how long, and why not the smaller thing. */
function exclusionChoices(said: string): RemedyChoices | undefined {
  const read = exclusionWords.exec(said.trim());
  if (read === null) return undefined;
  const { minutes, noPass } = read.groups ?? {};
  return {
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
    ...(noPass === undefined ? {} : { passDoesNotHelp: true }),
  };
}

function readNumbered(said: string): StaffCommand | undefined {
  const { number = '', reason = '', verb = '' } = aboutNumber.exec(said)?.groups ?? {};
  const named = number.toUpperCase();
  if (/^(?:freeze|凍結)$/iu.test(verb) && named.startsWith('R-'))
    return { kind: 'freeze', number: named, reason };
  if (/^(?:resume|続行)$/iu.test(verb) && named.startsWith('R-')) return { kind: 'goOn', number: named };
  if (/^(?:clear|解除)$/iu.test(verb) && named.startsWith('C-'))
    return { kind: 'clear', caseNumber: named, reason };
  return undefined;
}

const change = new RegExp(
  String.raw`^(?:change|変更)\s+(?<number>R-[0-9A-Z]{4,8})\s+(?:(?<minutes>\d{1,4})\s*(?:minutes|min|分)|` +
    String.raw`(?<signOut>sign\s+out|サインアウト(?:あり|する))|(?:no\s+sign\s+out|サインアウト(?:なし|しない)))$`,
  'iu',
);

/** `change R-7K2M 60 minutes`, `変更 R-7K2M サインアウトなし`. */
function readChange(said: string): StaffCommand | undefined {
  const groups = change.exec(said)?.groups;
  if (groups === undefined) return undefined;
  const { minutes, number = '', signOut } = groups;
  const choices =
    minutes === undefined ? { revokeSessions: signOut !== undefined } : { minutes: Number(minutes) };
  return { kind: 'change', number: number.toUpperCase(), choices };
}

function readEverything(said: string): StaffCommand | undefined {
  const { reason = '', verb = '' } = everything.exec(said)?.groups ?? {};
  if (verb === '') return undefined;
  return { kind: /^(?:resume|緊急停止解除)/iu.test(verb) ? 'resume' : 'stop', reason };
}
