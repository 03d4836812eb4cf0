import { routes, type Route } from './assessment';
import { checkKnowledge } from './checkKnowledge';
import { expiredSources } from './expiredSources';
import { wordSearch, type WordSearch } from './findWords';
import type {
  Cause,
  Condition,
  Finding,
  Knowledge,
  OpeningPattern,
  RouteRule,
  RouteText,
  Step,
  Tuning,
} from './knowledge';
import type { KnowledgeFile } from './knowledgeFile';
import type { KnowledgeProblem, KnowledgeSource } from './knowledgeSource';
import { likelihoodsOf } from './likelihoods';
import type { HowOften } from './scale';
import { literalWords, parsePattern } from './openingPattern';
import { resemblanceFinding, resembles } from './resemblance';
import { wordingOf } from './wordingFile';

type KnowledgeRead =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly KnowledgeProblem[] };

/** Turns what the files hold into what triage works with, or names everything that they say wrongly of one another. */
export function knowledgeOf(sources: readonly KnowledgeSource[], today?: string): KnowledgeRead {
  const problems = [...checkKnowledge(sources), ...expiredSources(sources, today)];
  const tuning = sources.find(({ content }) => content.tuning !== undefined)?.content.tuning;
  return problems.length > 0 || tuning === undefined
    ? { ok: false, problems }
    : {
        ok: true,
        knowledge: build(
          sources.map((source) => source.content),
          tuning,
        ),
      };
}

function build(files: readonly KnowledgeFile[], tuning: Tuning): Knowledge {
  const codes = files.flatMap((file) => Object.entries(file.errorCodes ?? {}));
  const findings = new Map(
    files.flatMap((file) =>
      Object.entries(file.findings ?? {}).map(([id, raw]) => [id, toFinding(id, raw)] as const),
    ),
  );
  const signs = files.flatMap((file) => Object.entries(file.findings ?? {}).flatMap(signsOf));
  const causes = files.flatMap((file) =>
    Object.entries(file.causes ?? {}).map(([id, raw]) => toCause(id, raw, codes, signs)),
  );
  findings.set(resembles, resemblanceFinding(causes));
  const openings = files.flatMap(patternsOf);
  const routeRules = files.flatMap(rulesOf);
  return {
    findings,
    causes,
    routes: routeTextsOf(files),
    routeRules,
    rulesByCause: causes.map(({ id }) =>
      routeRules.filter((rule) => rule.causes === 'any' || rule.causes.has(id)),
    ),
    redFlags: files.flatMap((file) =>
      (file.redFlags ?? []).map((flag) => ({ id: flag.id, text: flag.text, when: toConditions(flag.when) })),
    ),
    contradictions: files.flatMap((file) => (file.contradictions ?? []).map(toConditions)),
    words: new Map([
      ...files.flatMap((file) =>
        Object.entries(file.words ?? {}).map(
          ([name, group]) => [name, wordSearch([...group.ja, ...group.en])] as const,
        ),
      ),
      ...openings.flatMap((pattern) => pattern.terms).flatMap(({ word }) => literalEntry(word)),
    ]),
    openings,
    wording: wordingOf(files),
    tuning,
    likelihoods: likelihoodsOf(findings, causes),
  };
}

function literalEntry(word: string): (readonly [string, WordSearch])[] {
  const literal = literalWords(word);
  return literal === undefined ? [] : [[word, wordSearch(literal)]];
}

function patternsOf(file: KnowledgeFile): OpeningPattern[] {
  return Object.entries(file.openings ?? {}).flatMap(([finding, values]) =>
    Object.entries(values).flatMap(([value, patterns]) =>
      patterns.map((pattern) => ({ finding, value, ...parsePattern(pattern) })),
    ),
  );
}

function rulesOf(file: KnowledgeFile): RouteRule[] {
  return (file.routeRules ?? []).map((rule) => ({
    causes: rule.causes === 'any' ? ('any' as const) : new Set(rule.causes),
    when: toConditions(rule.when),
    route: rule.route,
  }));
}

function routeTextsOf(files: readonly KnowledgeFile[]): ReadonlyMap<Route, RouteText> {
  const texts = new Map<Route, RouteText>();
  for (const file of files) {
    for (const route of routes) {
      const raw = file.routes?.[route];
      if (raw !== undefined) texts.set(route, { ...raw, steps: raw.steps.map(toStep) });
    }
  }
  return texts;
}

type Raw<Section extends 'findings' | 'causes'> = NonNullable<KnowledgeFile[Section]>[string];
type RawCode = readonly [string, NonNullable<KnowledgeFile['errorCodes']>[string]];

function toFinding(id: string, raw: Raw<'findings'>): Finding {
  return {
    id,
    by: raw.by,
    kind: raw.kind,
    many: raw.many,
    ranked: false,
    canTell: raw.canTell,
    weight: raw.weight,
    fromTenant: raw.fromTenant,
    card: raw.card,
    question: raw.question,
    why: raw.why,
    values: new Map(
      Object.entries(raw.values).map(([value, { label, told, otherwise, weight }]) => [
        value,
        { label, told, otherwise, weight },
      ]),
    ),
  };
}

/** A finding's value with the causes under which it says itself that it is seen. */
interface Sign {
  readonly finding: string;
  readonly value: string;
  readonly seenUnder: RawCode[1]['seenUnder'];
}

function signsOf([finding, raw]: readonly [string, Raw<'findings'>]): Sign[] {
  return Object.entries(raw.values).map(([value, { seenUnder }]) => ({ finding, value, seenUnder }));
}

/** What the findings themselves say of a cause: finding → value → how often. */
function signsUnder(id: string, signs: readonly Sign[]): Map<string, Map<string, HowOften>> {
  const under = new Map<string, Map<string, HowOften>>();
  for (const { finding, seenUnder, value } of signs) {
    const how = seenUnder[id];
    if (how !== undefined) under.set(finding, new Map([...(under.get(finding) ?? []), [value, how]]));
  }
  return under;
}

function toCause(id: string, raw: Raw<'causes'>, codes: readonly RawCode[], signs: readonly Sign[]): Cause {
  const seen = Object.entries(raw.seen).map(
    // A yes-no finding is written in one word: how often it is true.
    ([finding, how]) =>
      [finding, new Map(typeof how === 'string' ? [['true', how]] : Object.entries(how))] as const,
  );
  const ofCodes = codes.flatMap(([code, { seenUnder }]) => {
    const how = seenUnder[id];
    return how === undefined ? [] : [[code, how] as const];
  });
  return {
    id,
    prior: raw.prior,
    name: raw.name,
    explanation: raw.explanation,
    sources: raw.sources.map(addressOf),
    seen: new Map([...signsUnder(id, signs), ...seen, ['error_code', new Map(ofCodes)] as const]),
    steps: raw.steps.map(toStep),
  };
}

type RawStep = Raw<'causes'>['steps'][number];

function toStep(raw: RawStep): Step {
  return {
    ja: raw.ja,
    en: raw.en,
    routes: raw.routes,
    when: toConditions(raw.when),
    validFrom: raw.validFrom,
    validTo: raw.validTo,
    keptWithTelecom: raw.keptWithTelecom,
    source: raw.source && addressOf(raw.source),
  };
}

/** The newest place where it is written. */
function addressOf({ at, successor }: Raw<'causes'>['sources'][number]): string {
  return successor ?? at;
}

function toConditions(raw: RawStep['when']): Condition[] {
  return Object.entries(raw).map(([finding, condition]) => ({ finding, ...condition }));
}
