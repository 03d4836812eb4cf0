import type { AccountDetails, RegisteredDevice } from '../ports/personRecords';
import type { Standing } from '../cases/person';
import type { Observation } from '../triage/observation';
import type { KeptDomains } from './keptRecords';
import { tenantFinding, type Told } from './tenantFinding';

const day = 24 * 60 * 60_000;

/** What the account and its domain tell. A domain that could not be read may be federated: no word about that then. */
export function accountFindings(
  account: Told<AccountDetails>,
  domains: Told<KeptDomains> | undefined,
  now: number,
): readonly Observation[] {
  const { at, value } = account;
  const domain = domains?.value.find(({ name }) => name === value.domain);
  const found = [tenantFinding('account_enabled', value.accountEnabled, 'account', at)];
  if (value.synced || domain?.federated === true)
    found.push(tenantFinding('federated_or_synced', true, value.synced ? 'account' : 'domains', at));
  else if (domain !== undefined) found.push(tenantFinding('federated_or_synced', false, 'domains', at));
  const expired = passwordExpired(value, domain, now);
  if (expired !== undefined) found.push(tenantFinding('password_expired', expired, 'account', at));
  return found;
}

/** Only where the cloud keeps the password: one that is kept elsewhere expires by rules that are not seen here. */
function passwordExpired(
  account: AccountDetails,
  domain: KeptDomains[number] | undefined,
  now: number,
): boolean | undefined {
  if (account.synced || domain === undefined || domain.federated) return undefined;
  if (account.passwordNeverExpires) return false;
  const { lastPasswordChangeAt } = account;
  if (domain.passwordValidityDays === undefined || lastPasswordChangeAt === undefined) return undefined;
  return now - lastPasswordChangeAt > domain.passwordValidityDays * day;
}

const phoneSystem = /ios|ipad|iphone|android/iu;

/** Whether the person's phones are managed; nothing where none is registered, or some are and some are not. */
export function deviceFindings(devices: Told<readonly RegisteredDevice[]>): readonly Observation[] {
  const phones = devices.value.filter(
    ({ enabled, operatingSystem }) =>
      enabled && operatingSystem !== undefined && phoneSystem.test(operatingSystem),
  );
  const verdicts = new Set(phones.map(({ isManaged }) => isManaged));
  const [managed] = verdicts;
  if (verdicts.size !== 1 || managed === undefined) return [];
  return [tenantFinding('managed_phone', managed, 'devices', devices.at)];
}

/** Whether the person is an admin, as Entra's own report counts it: any active directory role. */
export function isAdmin(standing: Standing): boolean {
  return standing.roles.length > 0;
}

/** What the active roles tell, and who else could help where an admin is locked out. */
export function roleFindings(
  standing: Told<Standing>,
  otherAdministrators: Told<number> | undefined,
): readonly Observation[] {
  const found = [tenantFinding('is_admin', isAdmin(standing.value), 'roles', standing.at)];
  if (otherAdministrators === undefined) return found;
  const { at, value } = otherAdministrators;
  return [...found, tenantFinding('other_admin_available', value > 0, 'otherAdministrators', at)];
}
