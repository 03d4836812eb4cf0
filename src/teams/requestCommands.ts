import { proofKinds, type ProofKind } from '../cases/remedyRequest';

/** A decision that was typed instead of pressed. */
export interface RequestCommand {
  readonly decision: 'approved' | 'denied';
  readonly number: string;
  readonly proof: ProofKind | undefined;
  readonly reason: string;
}

const shape = /^(approve|deny|承認|却下)\s+(R-[0-9A-Z]{4})(?:\s+(.*))?$/isu;

/** Each proof by the word that is typed for it. */
const proofWords: ReadonlyMap<string, ProofKind> = new Map([
  ...proofKinds.map((kind) => [kind, kind] as const),
  ['電話', 'call-back'],
  ['折り返し', 'call-back'],
  ['manager', 'manager-vouched'],
  ['上司', 'manager-vouched'],
  ['対面', 'in-person'],
]);

/** Reads `approve R-7K2M call-back <reason>` or `承認 R-7K2M 折り返し <理由>`; undefined where a message is no decision. */
export function readRequestCommand(text: string): RequestCommand | undefined {
  if (text.length > 2000) return undefined;
  const match = shape.exec(text.normalize('NFKC').trim());
  const [, word, number, rest = ''] = match ?? [];
  if (word === undefined || number === undefined) return undefined;
  const decision = /^(approve|承認)$/iu.test(word) ? 'approved' : 'denied';
  const [first = '', ...others] = rest.trim().split(/\s+/u);
  const proof = proofWords.get(first.toLowerCase());
  const reason = proof === undefined ? rest.trim() : others.join(' ');
  return { decision, number: number.toUpperCase(), proof, reason };
}
