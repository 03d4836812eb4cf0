/** One step from a schema to the next: statements that run in order, in one transaction, on either engine. */
export interface Migration {
  readonly version: number;
  readonly statements: readonly string[];
  /** Tables whose rows are never changed and never removed; the database itself refuses it. */
  readonly appendOnly?: readonly string[];
}
