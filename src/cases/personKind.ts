import type { Person, Standing } from './person';
import type { PersonKind } from './personKinds';
import type { NoRemedy, PolicyRow } from './policy/policyTable';
import { isProtective, type RemedyKind } from './remedyPlan';
import { managesEverybody } from './roleMatrix';
import { sameId } from './sameId';

/** The accounts that are never a target (SECURITY S24). */
export interface ProtectedAccounts {
  readonly breakGlassIds: readonly string[];
  readonly botId: string;
}

/** Why no remedy can be asked for a person: somebody else than an approver helps. */
export type TargetRefusal =
  | 'unknownPerson'
  | 'neverThisAccount'
  | 'otherOrganisation'
  | 'managementRestricted'
  | 'accountDisabled'
  | 'soleAdministrator';

/** A person, as far as the policy looks at them. */
export interface TargetFacts {
  readonly person: Person | undefined;
  readonly standing: Standing;
  /** How many others could help an administrator. Only read for somebody who is such an administrator. */
  readonly otherAdministrators: number | undefined;
}

/** Which kind of person this is. The strictest answer wins, in this order. */
function personKind(
  person: Person,
  { standing, otherAdministrators }: Omit<TargetFacts, 'person'>,
  accounts: ProtectedAccounts,
): PersonKind {
  if (sameId(person.id, accounts.botId)) return 'bot';
  if (accounts.breakGlassIds.some((id) => sameId(id, person.id))) return 'breakGlass';
  if (person.kind === 'guest') return 'guest';
  if (person.managementRestricted) return 'managementRestricted';
  if (standing.roles.length > 0 || standing.inRoleAssignableGroup) {
    return managesEverybody(standing.roles) && otherAdministrators === 0 ? 'soleAdmin' : 'privileged';
  }
  return person.synced ? 'synced' : 'ordinary';
}

const refusalOf: Readonly<Record<NoRemedy, TargetRefusal>> = {
  never: 'neverThisAccount',
  staff: 'managementRestricted',
  // A guest's methods are kept by the organisation the guest comes from.
  otherOrganisation: 'otherOrganisation',
  // Nobody else may help an only administrator: no card is posted that nobody could ever approve.
  microsoftRoute: 'soleAdministrator',
};

/** The rules under which a remedy may be asked for this person, or why there are none. */
export function rulesFor(
  target: TargetFacts,
  rows: Readonly<Record<PersonKind, NoRemedy | PolicyRow>>,
  accounts: ProtectedAccounts,
  remedy?: RemedyKind,
):
  | { readonly ok: true; readonly kind: PersonKind; readonly row: PolicyRow }
  | { readonly ok: false; readonly refusal: TargetRefusal } {
  const { person } = target;
  if (person === undefined) return { ok: false, refusal: 'unknownPerson' };
  const kind = personKind(person, target, accounts);
  const row = rows[kind];
  if (typeof row === 'string') return { ok: false, refusal: refusalOf[row] };
  const mayBeOff = remedy === 'enable-account' || (remedy !== undefined && isProtective(remedy));
  return person.accountEnabled || mayBeOff
    ? { ok: true, kind, row }
    : { ok: false, refusal: 'accountDisabled' };
}
