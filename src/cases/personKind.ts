import type { Person, Standing } from './person';
import { sameId } from './sameId';

/** What of a person decides whether, and by whom, the account may be touched. */
type PersonKind = 'ordinary' | 'privileged' | 'breakGlass' | 'guest' | 'bot' | 'managementRestricted';

/** The accounts that are never a target (SECURITY S24). */
export interface ProtectedAccounts {
  readonly breakGlassIds: readonly string[];
  readonly botId: string;
}

/** Why no remedy can be asked for a person: staff gets the case instead. */
export type TargetRefusal =
  | 'unknownPerson'
  | 'neverThisAccount'
  | 'otherOrganisation'
  | 'managementRestricted'
  | 'accountDisabled'
  | 'needsTwoApprovers';

/** Which kind of person this is. The strictest answer wins, in this order. */
function personKind(person: Person, standing: Standing, accounts: ProtectedAccounts): PersonKind {
  if (sameId(person.id, accounts.botId)) return 'bot';
  if (accounts.breakGlassIds.some((id) => sameId(id, person.id))) return 'breakGlass';
  if (person.kind === 'guest') return 'guest';
  if (person.managementRestricted) return 'managementRestricted';
  return standing.roles.length > 0 || standing.inRoleAssignableGroup ? 'privileged' : 'ordinary';
}

const refusalOf: Readonly<Record<PersonKind, TargetRefusal | undefined>> = {
  ordinary: undefined,
  // One approver is not enough for an administrator (SECURITY S4); until two can be asked, staff takes over.
  privileged: 'needsTwoApprovers',
  breakGlass: 'neverThisAccount',
  bot: 'neverThisAccount',
  // A guest's methods are kept by the organisation the guest comes from.
  guest: 'otherOrganisation',
  managementRestricted: 'managementRestricted',
};

/** Whether a remedy may be asked for this person, and if not, why. */
export function targetRefusal(
  person: Person | undefined,
  standing: Standing,
  accounts: ProtectedAccounts,
): TargetRefusal | undefined {
  if (person === undefined) return 'unknownPerson';
  const refusal = refusalOf[personKind(person, standing, accounts)];
  return refusal ?? (person.accountEnabled ? undefined : 'accountDisabled');
}
