import type { RegisteredMethod } from '../ports/personRecords';
import type { PreferredMethod } from '../ports/tenantRecords';
import type { Observation } from '../triage/observation';
import type { KeptMethodPolicies, KeptRegistration } from './keptRecords';
import { factorsOfMethods, factorsOfReport, wayInUse, type SecondFactor } from './secondFactors';
import { tenantFinding, type EvidenceSource, type Told } from './tenantFinding';

const hour = 60 * 60_000;
/** The report may be hours behind; beyond this it tells too little of today. */
const reportIsOldMs = 48 * hour;

/** What is known of a person's methods, as far as it could be read. */
export interface MethodRecords {
  readonly personId: string;
  readonly methods: Told<readonly RegisteredMethod[]> | undefined;
  readonly registration: Told<KeptRegistration> | undefined;
  readonly policies: Told<KeptMethodPolicies> | undefined;
  /** Groups of the person among those that the policies name; undefined where that was not read. */
  readonly groupIds: readonly string[] | undefined;
  /** The sign-in that tells most stopped at the second factor. */
  readonly stoppedAtSecondFactor: boolean;
}

interface Factors {
  readonly list: readonly SecondFactor[];
  readonly preferred: PreferredMethod | undefined;
  readonly source: EvidenceSource;
  readonly at: number;
}

/** The registered second factors: the methods as they are now, else the report where it is not too old. */
export function knownFactors(
  records: Omit<MethodRecords, 'stoppedAtSecondFactor'>,
  now: number,
): Factors | undefined {
  const { methods, registration } = records;
  const report = registration !== undefined && !isOld(registration, now) ? registration : undefined;
  const preferred = report?.value.preferredMethod;
  if (methods !== undefined) {
    return { list: factorsOfMethods(methods.value), preferred, source: 'methods', at: methods.at };
  }
  const list = report && factorsOfReport(report.value);
  if (report === undefined || list === undefined) return undefined;
  return { list, preferred, source: 'registrations', at: report.value.updatedAt ?? report.at };
}

function isOld({ value, at }: Told<KeptRegistration>, now: number): boolean {
  return now - (value.updatedAt ?? at) > reportIsOldMs;
}

/** What is registered, what the sign-in asks for, and whether the tenant allows it. */
export function methodFindings(records: MethodRecords, now: number): readonly Observation[] {
  return [
    ...factorFindings(records, now),
    ...listFindings(records.methods),
    ...passwordFindings(records.registration, now),
  ];
}

function factorFindings(records: MethodRecords, now: number): readonly Observation[] {
  const factors = knownFactors(records, now);
  if (factors === undefined) return [];
  const { list, source, at } = factors;
  const way = wayInUse(list, factors.preferred, records.stoppedAtSecondFactor);
  const found = [tenantFinding('no_method_registered', list.length === 0, source, at)];
  if (list.length > 0) found.push(tenantFinding('other_method_registered', list.length > 1, source, at));
  if (way !== undefined) found.push(tenantFinding('method_in_use', way.value, source, at));
  const allowed = isAllowed(records, way === undefined ? list : [way.factor]);
  if (allowed !== undefined && records.policies !== undefined)
    found.push(tenantFinding('method_disabled_by_policy', !allowed, 'methodPolicies', records.policies.at));
  return found;
}

/** Whether the policies allow these factors: all of them, none, or undefined where it is both or not known. */
function isAllowed(records: MethodRecords, factors: readonly SecondFactor[]): boolean | undefined {
  const verdicts = new Set(factors.map((factor) => factorAllowed(records, factor)));
  const [verdict] = verdicts;
  return verdicts.size === 1 ? verdict : undefined;
}

function factorAllowed(records: MethodRecords, factor: SecondFactor): boolean | undefined {
  if (factor.policies.length === 0) return true;
  const verdicts = factor.policies.map((id) => policyAllows(records, id));
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

function policyAllows({ groupIds, personId, policies }: MethodRecords, id: string): boolean | undefined {
  const policy = policies?.value.methods.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (policy === undefined) return undefined;
  if (!policy.enabled) return false;
  const excluded = isAmong(policy.excludes, personId, groupIds);
  if (excluded !== false) return excluded === undefined ? undefined : false;
  return policy.includes === 'all' ? true : isAmong(policy.includes, personId, groupIds);
}

/** Whether a list of people and groups holds the person; undefined where only their groups could tell. */
function isAmong(
  list: readonly string[],
  personId: string,
  groupIds: readonly string[] | undefined,
): boolean | undefined {
  if (list.length === 0) return false;
  if (list.includes(personId)) return true;
  return groupIds === undefined ? undefined : list.some((id) => groupIds.includes(id));
}

/** Whether the person can set a new password by themselves: it decides whom the advice sends them to, and nothing else. */
function passwordFindings(
  registration: Told<KeptRegistration> | undefined,
  now: number,
): readonly Observation[] {
  if (registration === undefined || isOld(registration, now)) return [];
  const { canResetPassword, updatedAt = registration.at } = registration.value;
  if (canResetPassword === undefined) return [];
  return [tenantFinding('can_reset_password', canResetPassword, 'registrations', updatedAt)];
}

/** What only the list itself tells: passes, and numbers that are written wrongly. */
function listFindings(methods: Told<readonly RegisteredMethod[]> | undefined): readonly Observation[] {
  if (methods === undefined) return [];
  const { at, value } = methods;
  const issued = value.some(({ kind }) => kind === 'temporary-access-pass');
  return [tenantFinding('tap_issued', issued, 'methods', at), ...numberFormat(value, at)];
}

/** One wrong number is a finding; all is well only where every number could be judged. */
function numberFormat(methods: readonly RegisteredMethod[], at: number): readonly Observation[] {
  const wrong = methods.flatMap(({ kind, phone }) => (kind === 'phone' ? [phone?.formatWrong] : []));
  if (wrong.includes(true)) return [tenantFinding('number_format_wrong', true, 'methods', at)];
  const allRight = wrong.length > 0 && wrong.every((one) => one === false);
  return allRight ? [tenantFinding('number_format_wrong', false, 'methods', at)] : [];
}
