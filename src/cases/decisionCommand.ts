import { proofKindOf } from './proofWords';
import type { ProofKind } from './remedyRequest';

interface NumberSaid {
  readonly number: string;
}

/** What was typed about a request: `approve R-7K2M he read the phrase back`, `本人確認 R-7K2M 電話 さくら かもめ`. */
export type RequestCommand =
  | {
      readonly kind: 'decision';
      readonly decision: 'approved' | 'denied';
      readonly reference: NumberSaid;
      readonly proof: ProofKind | undefined;
      /** In quotation marks, right after the proof. */
      readonly phrase: string | undefined;
      readonly reason: string;
    }
  | {
      readonly kind: 'prove';
      readonly reference: NumberSaid;
      readonly proof: ProofKind | undefined;
      readonly phrase: string | undefined;
    }
  | {
      readonly kind: 'vouch' | 'vouchNot';
      readonly reference: NumberSaid;
      readonly phrase: string | undefined;
    }
  | { readonly kind: 'notMe' };

const verbs: Readonly<Record<string, 'approved' | 'denied' | 'prove' | 'vouch' | 'vouchNot'>> = {
  approve: 'approved',
  承認: 'approved',
  deny: 'denied',
  却下: 'denied',
  proof: 'prove',
  本人確認: 'prove',
  vouch: 'vouch',
  保証: 'vouch',
  'not-them': 'vouchNot',
  本人ではない: 'vouchNot',
};

const notMe: readonly string[] = [
  'not me',
  'that was not me',
  "that wasn't me",
  '身に覚えがない',
  '身に覚えがありません',
  '心当たりがない',
  '心当たりがありません',
];

const command =
  /^(?<verb>approve|deny|proof|vouch|not-them|承認|却下|本人確認|保証|本人ではない)\s+(?<number>R-[0-9A-Z]{4,8})(?:\s+(?<rest>.*))?$/isu;
const proofFirst = /^(?<word>\S+)\s*(?<rest>.*)$/su;
const quoted = /^["「“](?<phrase>[^"」”]{1,60})["」”]\s*(?<rest>.*)$/su;

/**
 * Reads what was typed about a request, or gives undefined where the text is something else. It decides nothing:
 * whether the proof is there and the speaker may do it is looked at where every decision goes through.
 */
export function readRequestCommand(text: string): RequestCommand | undefined {
  // No command is longer than a reason may be.
  if (text.length > 2000) return undefined;
  const said = text.normalize('NFKC').trim();
  if (
    notMe.includes(
      said
        .toLowerCase()
        .replace(/[’`]/gu, "'")
        .replace(/[.!。！\s]+$/u, ''),
    )
  )
    return { kind: 'notMe' };
  const { verb = '', number = '', rest = '' } = command.exec(said)?.groups ?? {};
  const what = new Map(Object.entries(verbs)).get(verb.toLowerCase());
  if (what === undefined) return undefined;
  return about(what, { number: number.toUpperCase() }, rest.trim());
}

function about(what: (typeof verbs)[string], reference: NumberSaid, rest: string): RequestCommand {
  switch (what) {
    case 'denied':
      return {
        kind: 'decision',
        decision: what,
        reference,
        proof: undefined,
        phrase: undefined,
        reason: rest,
      };
    case 'approved': {
      const { proof, rest: after } = readProof(rest);
      const { phrase, reason = after } = proof === undefined ? {} : readQuoted(after);
      return { kind: 'decision', decision: what, reference, proof, phrase, reason };
    }
    case 'prove': {
      const { proof, rest: phrase } = readProof(rest);
      return { kind: what, reference, proof, phrase: orNothing(readQuoted(phrase).phrase ?? phrase) };
    }
    case 'vouch':
    case 'vouchNot':
      return { kind: what, reference, phrase: orNothing(readQuoted(rest).phrase ?? rest) };
  }
}

function readProof(said: string): { readonly proof: ProofKind | undefined; readonly rest: string } {
  const { word = '', rest = '' } = proofFirst.exec(said)?.groups ?? {};
  const proof = proofKindOf(word);
  return proof === undefined ? { proof, rest: said } : { proof, rest };
}

function readQuoted(said: string): {
  readonly phrase?: string | undefined;
  readonly reason?: string | undefined;
} {
  const groups = quoted.exec(said)?.groups;
  return groups === undefined ? {} : { phrase: groups['phrase'], reason: groups['rest'] };
}

function orNothing(said: string): string | undefined {
  return said === '' ? undefined : said;
}
