import type { ProofKind } from './remedyRequest';

/** A decision that was typed: `approve R-7K2M call-back he read the phrase back`, `承認 R-7K2M 電話 本人と確認`. */
export interface DecisionCommand {
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

const command = /^(approve|deny|承認|却下)\s+(R-[0-9A-Z]{4})(?:\s+(.*))?$/isu;
const firstWord = /^(\S+)\s*(.*)$/su;

/**
 * Reads a typed decision, or gives undefined where the text is something else. It decides nothing: whether the
 * proof is there and the speaker may decide is looked at where every decision goes through.
 */
export function readDecisionCommand(text: string): DecisionCommand | undefined {
  const said = command.exec(text.normalize('NFKC').trim());
  const decision = decisions[said?.[1]?.toLowerCase() ?? ''];
  const number = said?.[2]?.toUpperCase();
  if (decision === undefined || number === undefined) return undefined;
  const rest = said?.[3]?.trim() ?? '';
  if (decision === 'denied') return { decision, number, proof: undefined, reason: rest };
  const [, word = '', reason = ''] = firstWord.exec(rest) ?? [];
  const name = word.toLowerCase();
  const proof = Object.hasOwn(proofs, name) ? proofs[name] : undefined;
  return { decision, number, proof, reason: proof === undefined ? rest : reason.trim() };
}
