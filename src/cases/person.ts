/** A person of the tenant, as the directory describes them. Ids are Entra object ids in lower case. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly kind: 'member' | 'guest';
  readonly accountEnabled: boolean;
  /** Synchronised from an on-premises directory. */
  readonly synced: boolean;
  /** The person sits in a restricted management administrative unit: application permissions are refused. */
  readonly managementRestricted: boolean;
  /** The organisation's own number of the human being: the same on all accounts of one person, where it keeps them. */
  readonly employeeId?: string | undefined;
  readonly mail?: string | undefined;
  /** The numbers that the directory holds: the only ones that are called back (SECURITY S6). For staff alone. */
  readonly phones?: readonly string[] | undefined;
  /** BCP 47, as the directory holds it; absent where it holds none. */
  readonly preferredLanguage?: string | undefined;
}

/** One active role assignment of a person. */
export interface RoleAssignment {
  /** The role's template id (Entra's well-known ids). */
  readonly roleId: string;
  /** `/` for the whole tenant, else `/administrativeUnits/{id}`. */
  readonly scope: string;
}

/** What of a person decides who may touch the account. */
export interface Standing {
  readonly roles: readonly RoleAssignment[];
  /** Member or owner of a role-assignable group: treated as privileged. */
  readonly inRoleAssignableGroup: boolean;
}
