import type { RemedyKind } from './remedyPlan';
import { proofKindOf } from './proofWords';
import type { ProofKind } from './remedyRequest';

/** Which open cases the queue shows, and in which order. */
export type QueueFilter = 'all' | 'nobody' | 'mine' | 'withStaff' | 'request';
export type QueueSort = 'oldest' | 'newest' | 'changed';

/** What staff type about cases. Without a number the case is the one whose thread it is typed in. */
export type CaseCommand =
  | { readonly kind: 'claim' | 'resolve' | 'reopen' | 'handBack'; readonly number: string | undefined }
  | { readonly kind: 'show'; readonly number: string | undefined }
  | { readonly kind: 'handOn'; readonly number: string | undefined; readonly to: string }
  | { readonly kind: 'note'; readonly number: string | undefined; readonly text: string }
  | { readonly kind: 'askFor'; readonly number: string | undefined; readonly remedy: RemedyKind }
  | {
      readonly kind: 'prove';
      readonly number: string | undefined;
      readonly proof: ProofKind | undefined;
      readonly phrase: string | undefined;
    }
  | { readonly kind: 'list'; readonly list: 'mine' | 'waiting' }
  | {
      readonly kind: 'list';
      readonly list: 'queue';
      readonly filter: QueueFilter;
      readonly sort: QueueSort;
      readonly after: string | undefined;
    }
  | { readonly kind: 'stopWhat' };

const numberOf = String.raw`(?:\s*(?<number>C-[0-9A-Z]{4,8}))?`;
const address = String.raw`(?<to>[^\s@<>"'()]{1,64}@[a-z0-9.-]{1,190})`;

type Bare = 'claim' | 'resolve' | 'reopen' | 'handBack';
const bare: readonly (readonly [Bare, RegExp])[] = [
  ['claim', whole(String.raw`(?:claim|take|引き受ける|引き受けます|担当する|担当します)${numberOf}`)],
  ['resolve', whole(String.raw`(?:resolve|resolved|解決|解決済み|解決しました)${numberOf}`)],
  ['reopen', whole(String.raw`(?:reopen|再開|再開する)${numberOf}`)],
  ['handBack', whole(String.raw`(?:hand\s+back|ボットに戻す|門番に戻す)${numberOf}`)],
];
const handOn = whole(String.raw`hand\s+on${numberOf}\s+(?:to\s+)?${address}`);
const handOnJa = whole(String.raw`${numberOf}\s*${address}\s*(?:さん)?(?:に|へ)\s*引き継(?:ぐ|ぎます)`);
const note = whole(String.raw`(?:note|メモ)(?:\s+(?<number>C-[0-9A-Z]{4,8}))?[\s:：]+(?<rest>.+)`);
const askFor = whole(
  String.raw`(?:ask\s+for\s+(?:a\s+)?(?<what>reset|pass)|(?<whatJa>リセット|再登録|パス)を申請(?:する|します)?)${numberOf}`,
);
const prove = whole(
  String.raw`(?:proof|prove|本人確認)(?:\s+(?<number>C-[0-9A-Z]{4,8}))?\s+(?<rest>[^\s].*)`,
);
const show = whole(String.raw`(?:case|案件)${numberOf}`);
const mine = whole(String.raw`my\s+cases|自分の案件|担当中の案件|担当案件`);
const waiting = whole(String.raw`who\s+is\s+waiting\??|waiting|待っている人|待ち`);
const queue = whole(
  String.raw`(?:queue|キュー|案件一覧)(?<words>(?:\s+(?!after|次)\S+){0,2})(?:\s+(?:after|次)\s*(?<after>C-[0-9A-Z]{4,8}))?`,
);
const stop = whole(String.raw`stop|停止`);

const filterWords: Readonly<Record<string, QueueFilter>> = {
  all: 'all',
  すべて: 'all',
  nobody: 'nobody',
  unclaimed: 'nobody',
  未担当: 'nobody',
  mine: 'mine',
  自分: 'mine',
  handed: 'withStaff',
  引き継ぎ: 'withStaff',
  requests: 'request',
  申請: 'request',
};
const sortWords: Readonly<Record<string, QueueSort>> = {
  oldest: 'oldest',
  古い順: 'oldest',
  newest: 'newest',
  新しい順: 'newest',
  changed: 'changed',
  更新順: 'changed',
};

/** Reads such a command, or gives undefined where the text is something else: in a case's thread that goes to the person. */
export function readCaseCommand(text: string): CaseCommand | undefined {
  if (text.length > 2000) return undefined;
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。]+$/u, '');
  return readBare(said) ?? readHandOn(said) ?? readSaying(said) ?? readList(said);
}

function readBare(said: string): CaseCommand | undefined {
  for (const [kind, pattern] of bare) {
    const found = pattern.exec(said);
    if (found !== null) return { kind, number: numberIn(found.groups) };
  }
  const shown = show.exec(said);
  return shown === null ? undefined : { kind: 'show', number: numberIn(shown.groups) };
}

function readHandOn(said: string): CaseCommand | undefined {
  const groups = (handOn.exec(said) ?? handOnJa.exec(said))?.groups;
  if (groups === undefined) return undefined;
  return { kind: 'handOn', number: numberIn(groups), to: (groups['to'] ?? '').toLowerCase() };
}

function readSaying(said: string): CaseCommand | undefined {
  const noted = note.exec(said)?.groups;
  if (noted !== undefined) return { kind: 'note', number: numberIn(noted), text: noted['rest'] ?? '' };
  const asked = askFor.exec(said)?.groups;
  if (asked !== undefined) return { kind: 'askFor', number: numberIn(asked), remedy: remedyOf(asked) };
  return readProof(said);
}

function readProof(said: string): CaseCommand | undefined {
  const proven = prove.exec(said)?.groups;
  const [word = '', ...phrase] = (proven?.['rest'] ?? '').split(/\s+/u);
  const proof = proofKindOf(word);
  if (proven === undefined || proof === undefined) return undefined;
  const spoken = phrase.join(' ').replace(/^["「“]|["」”]$/gu, '');
  return { kind: 'prove', number: numberIn(proven), proof, phrase: spoken === '' ? undefined : spoken };
}

function remedyOf(asked: Readonly<Record<string, string | undefined>>): RemedyKind {
  const isPass = asked['what']?.toLowerCase() === 'pass' || asked['whatJa'] === 'パス';
  return isPass ? 'issue-temporary-access-pass' : 'require-mfa-reregistration';
}

function readList(said: string): CaseCommand | undefined {
  if (mine.test(said)) return { kind: 'list', list: 'mine' };
  if (waiting.test(said)) return { kind: 'list', list: 'waiting' };
  if (stop.test(said)) return { kind: 'stopWhat' };
  const groups = queue.exec(said)?.groups;
  if (groups === undefined) return undefined;
  const words = (groups['words'] ?? '')
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const filters = words.flatMap((word) => new Map(Object.entries(filterWords)).get(word) ?? []);
  const sorts = words.flatMap((word) => new Map(Object.entries(sortWords)).get(word) ?? []);
  // A word that is neither: no such list. Somebody may be writing to a person.
  if (filters.length + sorts.length < words.length) return undefined;
  const [filter = 'all'] = filters;
  const [sort = 'oldest'] = sorts;
  return { kind: 'list', list: 'queue', filter, sort, after: groups['after']?.toUpperCase() };
}

function numberIn(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  return groups?.['number']?.toUpperCase();
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'isu');
}
