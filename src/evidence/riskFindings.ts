import type { Observation } from '../triage/observation';
import type { KeptRiskDetection, KeptRiskyUser } from './keptRecords';
import { tenantFinding, type Told } from './tenantFinding';

const reported = 'userReportedSuspiciousActivity';
const held: ReadonlySet<string> = new Set(['atRisk', 'confirmedCompromised']);

/**
 * Whether the account is held as risky. Yes for a high risk that stands, a confirmed compromise, and a prompt that the
 * person reported as not theirs; no only where the list was read and does not name the person. In between, and where the
 * licence hides the level, nothing is said.
 */
export function riskFindings(
  riskyUser: Told<KeptRiskyUser | undefined> | undefined,
  detections: Told<readonly KeptRiskDetection[]> | undefined,
): readonly Observation[] {
  const report = detections?.value.find(({ kind, state }) => kind === reported && held.has(state));
  if (report !== undefined) return [tenantFinding('risk_or_fraud_block', true, 'riskDetections', report.at)];
  if (riskyUser === undefined) return [];
  const { at, value } = riskyUser;
  if (value === undefined) return [tenantFinding('risk_or_fraud_block', false, 'riskyUsers', at)];
  if (!held.has(value.state))
    return value.state === 'unknown' ? [] : [tenantFinding('risk_or_fraud_block', false, 'riskyUsers', at)];
  const stops = value.level === 'high' || value.state === 'confirmedCompromised';
  return stops ? [tenantFinding('risk_or_fraud_block', true, 'riskyUsers', at)] : [];
}
