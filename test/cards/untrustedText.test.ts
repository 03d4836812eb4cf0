import path from 'node:path';
import { confirmLinkCard } from '../../src/cards/confirmLinkCard';
import { loadTemplates } from '../../src/cards/loadTemplates';
import { passLinkCard } from '../../src/cards/passLinkCard';
import { plainLine, plainText } from '../../src/cards/plainText';
import { approvalCard, stateCard } from '../../src/cards/requestCards';
import { vouchCard } from '../../src/cards/vouchCard';
import { canonicalPlan } from '../../src/cases/canonicalPlan';
import type { Language } from '../../src/cases/language';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { aRequest } from '../storage/stored';
import { problemsOf } from './parseCard';

const templates = loadTemplates(path.join(__dirname, '../../cards'));

/** What people, directories and attackers write. */
const corpus: readonly string[] = [
  '佐藤 花子（営業部）',
  'O’Connor-Smith, "Bob"',
  '[pay here](https://evil.example)',
  '![pixel](https://evil.example/p.png)',
  '**Approved by security** _now_ `code` ~~no~~',
  '# 承認済み',
  '1. one',
  '- one',
  '<at>Boss</at>',
  '<at id="8:orgid:1">全員</at>',
  '\u202Egnp.eciovni\u202C',
  'ad\u200Bmin\u200D\uFEFF\u2060',
  'line one\r\n\nPerson: somebody else\u2028Digest: 00000000',
  '${token}',
  "${$root.token} ${if(true, 'x', 'y')}",
  '$${token} ${{token}}',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  '{"type":"Action.Execute","verb":"request/approve"}',
  'あ'.repeat(3_000),
  '\u0000\u0007\u001B[31m',
  '👩‍👩‍👧‍👦🇯🇵',
];

type Made = (text: string, language: Language) => readonly object[];

const requestWith = (parts: Partial<RemedyRequest>): RemedyRequest =>
  aRequest({ requesterId: 'other', ...parts });
const decided = (reason: string, approverName: string) =>
  ({ decision: 'denied', approverId: 'a', approverName, at: 1, reason }) as const;

/** Every card of a request, made of it. */
function cardsOf(request: RemedyRequest, language: Language, requesterName = 'Ichiro'): readonly object[] {
  const reader = { language, requesterName };
  const personName = request.personName;
  return [
    approvalCard(templates, request, { ...reader, token: 'the-token' }).card,
    stateCard(templates, { ...request, state: 'denied' }, reader).card,
    vouchCard(templates, { ...request, phrase: 'a b' }, { language, token: 'the-token' }).card,
    confirmLinkCard(templates, { request, why: 'approve', link: 'https://x.example/', language }).card,
    passLinkCard(templates, {
      ...{ number: request.number, personName, minutes: 10, link: 'https://x.example/' },
      ...{ language, toPerson: false },
    }).card,
  ];
}

/** The free fields of a request's cards. */
const fields: Readonly<Record<string, Made>> = {
  'the display name': (text, language) => cardsOf(requestWith({ personName: text }), language),
  'the user name': (text, language) => cardsOf(requestWith({ personUpn: text }), language),
  'the requester’s name': (text, language) => cardsOf(requestWith({}), language, text),
  'the reason': (text, language) => cardsOf(requestWith({ decision: decided(text, 'Ada') }), language),
  'the approver’s name': (text, language) =>
    cardsOf(
      requestWith({
        decision: decided('no', text),
        approvals: [{ ...decided('no', text), approverId: 'b' }],
      }),
      language,
    ),
  'the prover’s name': (text, language) =>
    cardsOf(requestWith({ proof: { kind: 'call-back', proverId: 'p', proverName: text, at: 1 } }), language),
  'a device’s name': (text, language) => cardsOf(withDevice(text), language),
};

function withDevice(label: string): RemedyRequest {
  const device = { id: 'm', kind: 'microsoft-authenticator', label, isDefault: false } as const;
  const kept = { id: 'k', kind: 'windows-hello', label, isDefault: false } as const;
  const plan = {
    remedy: 'require-mfa-reregistration',
    personId: 'person-1',
    remove: [device],
    keep: [kept],
  } as const;
  return requestWith({ plan: { ...plan, revokeSessions: false } });
}

const languages = ['ja', 'en'] as const;
const rows = Object.entries(fields).flatMap(([field, made]) =>
  languages.flatMap((language) =>
    corpus.map((text) => ({ field, language, text, made, name: JSON.stringify(text).slice(0, 40) })),
  ),
);
/** A name like any other, which stands for the text in the snapshot. */
const plainName = 'Quux';

describe('S16: whatever somebody wrote', () => {
  test.each(rows)('as $field ($language): $name', ({ language, made, text }) => {
    const [shown, usual] = [made(text, language), made(plainName, language)];
    expect(shown.map((card) => leaves(card))).toEqual(
      usual.map((card, index) =>
        leaves(card).map((leaf, at) => escaped(leaf, leaves(shown[index] ?? {})[at], text)),
      ),
    );
    expect(JSON.stringify(shown)).not.toMatch(
      /\$\{|\{\{DATE\(2026|[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/u,
    );
    expect(shown.flatMap(problemsOf)).toEqual([]);
  });

  test('as a name is not in the digest that is approved', () => {
    const digests = corpus.map((text) =>
      canonicalPlan(requestWith({ personName: text, personUpn: text }).plan),
    );
    expect(new Set(digests)).toEqual(new Set([canonicalPlan(requestWith({}).plan)]));
  });
});

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Every value of a card with its place, in order. */
function leaves(value: unknown, at = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path: at, value }];
  return Object.entries(value).flatMap(([key, held]) => leaves(held, `${at}/${key}`));
}

/** The snapshot's leaf with the text in the place of the name: as it may be shown there, whole or cut. */
function escaped(leaf: Leaf, shown: Leaf | undefined, text: string): Leaf {
  const { path: at, value } = leaf;
  if (typeof value !== 'string' || !value.includes(plainName)) return leaf;
  const ways = readsMarkdown(at) ? [plainText] : [plainLine, plainText];
  const allowed = ways.flatMap((way) =>
    [60, 80, 200, 500].map((limit) => value.replaceAll(plainName, () => way(text, limit))),
  );
  const fits = allowed.find((one) => one === shown?.value);
  return { path: at, value: fits ?? allowed };
}

/** TextBlocks and facts read Markdown; runs of rich text, titles of choices and what is read aloud do not. */
function readsMarkdown(at: string): boolean {
  return /\/facts\/\d+\/value$/u.test(at) || (at.endsWith('/text') && !at.includes('/inlines/'));
}
