import type { RemedyKind } from './remedyPlan';

/** What staff, security and colleagues type: `reset for hanako@example.com`, `clear C-7K2M looked into it`, `緊急停止 理由`. */
export type StaffCommand =
  | { readonly kind: 'forAnother'; readonly userName: string; readonly remedy: RemedyKind }
  | { readonly kind: 'freeze'; readonly number: string; readonly reason: string }
  | { readonly kind: 'clear'; readonly caseNumber: string; readonly reason: string }
  | { readonly kind: 'stop' | 'resume'; readonly reason: string };

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
  /^(?<verb>freeze|凍結|clear|解除)\s+(?<number>[CR]-[0-9A-Z]{4,8})(?:\s+(?<reason>.*))?$/isu;
const everything =
  /^(?<verb>stop everything|緊急停止|resume everything|緊急停止解除)(?:\s+(?<reason>.*))?$/isu;

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
  return readNumbered(said) ?? readEverything(said);
}

function readNumbered(said: string): StaffCommand | undefined {
  const { number = '', reason = '', verb = '' } = aboutNumber.exec(said)?.groups ?? {};
  const named = number.toUpperCase();
  if (/^(?:freeze|凍結)$/iu.test(verb) && named.startsWith('R-'))
    return { kind: 'freeze', number: named, reason };
  if (/^(?:clear|解除)$/iu.test(verb) && named.startsWith('C-'))
    return { kind: 'clear', caseNumber: named, reason };
  return undefined;
}

function readEverything(said: string): StaffCommand | undefined {
  const { reason = '', verb = '' } = everything.exec(said)?.groups ?? {};
  if (verb === '') return undefined;
  return { kind: /^(?:resume|緊急停止解除)/iu.test(verb) ? 'resume' : 'stop', reason };
}
