import type { ProofKind } from './remedyRequest';

/** A decision that was typed: `approve R-7K2M call-back he read the phrase back`, `承認 R-7K2M 電話 本人と確認`. */
interface DecisionCommand {
  readonly decision: 'approved' | 'denied';
  readonly number: string;
  readonly proof: ProofKind | undefined;
  readonly reason: string;
}

const decisions: Readonly<Record<string, DecisionCommand['decision']>> = {
  approve: 'approved',
  承認: 'approved',
  deny: 'denied',
  却下: 'denied',
};

const proofs: Readonly<Record<string, ProofKind>> = {
  'call-back': 'call-back',
  callback: 'call-back',
  電話: 'call-back',
  折り返し電話: 'call-back',
  'manager-vouched': 'manager-vouched',
  manager: 'manager-vouched',
  上司: 'manager-vouched',
  'in-person': 'in-person',
  対面: 'in-person',
};

const command = /^(?<verb>approve|deny|承認|却下)\s+(?<number>R-[0-9A-Z]{4})(?:\s+(?<rest>.*))?$/isu;
const proofFirst = /^(?<word>\S+)\s*(?<reason>.*)$/su;

/**
 * Reads a typed decision, or gives undefined where the text is something else. It decides nothing: whether the
 * proof is there and the speaker may decide is looked at where every decision goes through.
 */
export function readDecisionCommand(text: string): DecisionCommand | undefined {
  const { verb = '', number = '', rest = '' } = command.exec(text.normalize('NFKC').trim())?.groups ?? {};
  const decision = decisions[verb.toLowerCase()];
  if (decision === undefined) return undefined;
  const said = decision === 'approved' ? readProof(rest) : { proof: undefined, reason: rest };
  return { decision, number: number.toUpperCase(), ...said };
}

function readProof(rest: string): Pick<DecisionCommand, 'proof' | 'reason'> {
  const { word = '', reason = '' } = proofFirst.exec(rest)?.groups ?? {};
  const proof = new Map(Object.entries(proofs)).get(word.toLowerCase());
  return proof === undefined ? { proof, reason: rest } : { proof, reason };
}
