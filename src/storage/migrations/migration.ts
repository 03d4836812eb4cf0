/** One step from a schema to the next: statements that run in order, in one transaction, on either engine. */
export interface Migration {
  readonly version: number;
  readonly statements: readonly string[];
  /** Tables whose rows are never changed and never removed; the database itself refuses it. */
  readonly appendOnly?: readonly string[];
  /** Append-only tables of which, from now on, rows may go whose `seq` is not above the last of the tenant's cuts. */
  readonly cuttable?: readonly { readonly table: string; readonly cuts: string }[];
}
