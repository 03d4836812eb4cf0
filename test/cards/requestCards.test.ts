import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { z } from 'zod/v4';
import { loadTemplates } from '../../src/cards/loadTemplates';
import { confirmLinkCard } from '../../src/cards/confirmLinkCard';
import { passLinkCard } from '../../src/cards/passLinkCard';
import { approvalCard, stateCard } from '../../src/cards/requestCards';
import type { RemedyPlan } from '../../src/cases/remedyPlan';
import { requestStates, type RemedyRequest } from '../../src/cases/remedyRequest';
import { aRequest } from '../storage/stored';
import { problemsOf } from './parseCard';

const cards = path.join(__dirname, '../../cards');
const templates = loadTemplates(cards);
const languages = ['ja', 'en'] as const;
const names = ['request-approval', 'request-confirm', 'request-state', 'request-pass-link'] as const;
const samples = z.strictObject({ ja: z.looseObject({}), en: z.looseObject({}) });

function sampleOf(name: string, language: 'ja' | 'en'): object {
  return samples.parse(JSON.parse(readFileSync(path.join(cards, 'samples', `${name}.json`), 'utf8')))[
    language
  ];
}

const rows = names.flatMap((name) => languages.map((language) => [name, language] as const));
const reader = { language: 'en', requesterName: 'Ichiro' } as const;
const decision = {
  decision: 'approved',
  approverId: 'a',
  approverName: 'Ada',
  at: 1,
  reason: 'r',
  proof: 'in-person',
} as const;

function approval(request: RemedyRequest, language: 'ja' | 'en' = 'en') {
  return approvalCard(templates, request, { ...reader, language, token: 'the-token' });
}

describe('a request card', () => {
  test.each(rows)('%s (%s) fills with its sample, and the renderer finds nothing wrong', (name, language) => {
    const card = templates.fill(name, sampleOf(name, language));
    expect(JSON.stringify(card)).not.toContain('${');
    expect(problemsOf(card)).toEqual([]);
    expect(card).toMatchObject({ version: '1.5', lang: language });
  });

  test.each(languages)('(%s) made from a request is the shape of its sample', (language) => {
    const keys = (value: object) => Object.keys(value).sort();
    const spy = { names: [], fill: (name: string, data: object) => (seen.set(name, keys(data)), {}) };
    const seen = new Map<string, string[]>();
    approvalCard(spy, aRequest(), { ...reader, language, token: 't' });
    confirmLinkCard(spy, { request: aRequest(), why: 'approve', link: 'https://x.example', language });
    stateCard(spy, aRequest({ state: 'denied' }), { ...reader, language });
    passLinkCard(spy, {
      number: 'R-7K2M',
      personName: 'Emma',
      minutes: 10,
      link: 'https://x.example',
      language,
      toPerson: false,
    });
    expect([...seen]).toEqual(names.map((name) => [name, keys(sampleOf(name, language))]));
  });
});

describe('the card that asks an approver', () => {
  const json = JSON.stringify(approval(aRequest()).card);

  test('carries one opaque token and nothing else that could be sent back (S1)', () => {
    const data = [...json.matchAll(/"data":(\{[^}]*\})/g)].map(([, sent]) => sent);
    expect(new Set(data)).toEqual(new Set(['{"token":"the-token"}']));
  });

  test('names neither ids of people nor the whole digest', () => {
    expect(json).not.toContain('person-1');
    expect(json).not.toContain('d'.repeat(9));
  });

  test('says what goes in the order of removal, and that the password stays', () => {
    expect(json.indexOf('Remove: Mobile phone (••••1234, default method)')).toBeGreaterThan(0);
    expect(json).toContain('Password');
  });

  test('can be answered without its buttons', () => {
    expect(json).toContain('proof R-request-1 call-back');
  });
});

describe('S6: the card that asks for a call back', () => {
  test.each([
    [['34', '78'], 'ending in 34, 78'],
    [[], 'holds no number'],
  ])('says how the directory’s numbers end: %j', (callBack, words) => {
    const { card } = approvalCard(templates, aRequest(), { ...reader, token: 't', callBack });
    expect(JSON.stringify(card)).toContain(words);
  });

  test('says nothing of it where nobody has to call', () => {
    expect(JSON.stringify(approval(aRequest()).card)).not.toContain('directory (ending');
  });
});

describe('the card of a request that is', () => {
  const others = requestStates.flatMap((state) => languages.map((language) => [state, language] as const));

  test.each(others)('%s (%s) says so in words, without buttons', (state, language) => {
    const request = aRequest({ state, decision, journal: [{ step: 'verify', outcome: 'done', at: 1 }] });
    const { card, summary } = stateCard(templates, request, { ...reader, language });
    expect(problemsOf(card)).toEqual([]);
    expect(JSON.stringify(card)).not.toMatch(/Action\.|undefined/);
    expect(JSON.stringify(card)).toContain(summary);
  });

  test('done in part names what an admin has to do by hand', () => {
    const journal = [
      { step: 'delete:method-1', outcome: 'failed', at: 1, fault: 'graph-forbidden' },
    ] as const;
    const { card } = stateCard(templates, aRequest({ state: 'partial', decision, journal }), reader);
    const json = JSON.stringify(card);
    expect(json).toContain('✗ Remove: Mobile phone');
    expect(json).toContain('A permission, consent or role is missing');
    expect(json).toContain('needs to be done by hand');
  });
});

describe('S16: untrusted text on a card', () => {
  const nasty = [
    '[pay](https://evil.example)',
    '<at>Boss</at>',
    '${secret}',
    '‮gnp.exe',
    '**bold**',
    '# Approved',
    '1. one',
  ];

  test.each(nasty)('%s selects nothing and stays text', (text) => {
    const plan: RemedyPlan = {
      remedy: 'require-mfa-reregistration',
      personId: 'person-1',
      remove: [{ id: 'm', kind: 'software-oath', label: text, isDefault: false }],
      keep: [],
      revokeSessions: false,
    };
    const request = aRequest({ personName: text, personUpn: text, plan, requesterId: 'other' });
    const shown = [
      approvalCard(templates, request, { ...reader, requesterName: text, token: 't' }).card,
      stateCard(
        templates,
        { ...request, state: 'denied', decision: { ...decision, approverName: text, reason: text } },
        { ...reader, requesterName: text },
      ).card,
    ];
    const markdown = facts(shown);
    expect(markdown.join('\n')).not.toMatch(/(?<!\\)[*[\]<>#]|\$\{|‮|^\d+\./m);
    expect(JSON.stringify(shown)).not.toMatch(/\$\{|‮/);
    expect(shown.flatMap(problemsOf)).toEqual([]);
  });

  test('of any kind leaves the actions as they are', () => {
    const actions = (request: RemedyRequest) =>
      JSON.stringify(approval(request).card).match(/"verb":"[^"]*"|"data":\{[^}]*\}/g);
    const usual = actions(aRequest());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(actions(aRequest({ personName: text, personUpn: text }))).toEqual(usual);
      }),
      { numRuns: 100 },
    );
  });
});

/** The values of all facts: the places of our cards that read Markdown and show untrusted text. */
function facts(shown: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(shown, (key, value: unknown) => {
    if (key === 'value' && typeof value === 'string' && !value.startsWith('{{DATE')) found.push(value);
    return value;
  });
  return found;
}
