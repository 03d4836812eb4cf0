/** What of a group decides whether people can be put into it for a time. */
export interface Group {
  readonly id: string;
  readonly name: string;
  /** A rule decides who is in it: nobody can be added by hand. */
  readonly dynamic: boolean;
  /** It can give roles: only a Privileged Role Administrator may touch it. */
  readonly roleAssignable: boolean;
  /** It sits in a restricted management administrative unit. */
  readonly managementRestricted: boolean;
  /** Its members are kept in an on-premises directory. */
  readonly synced: boolean;
}
