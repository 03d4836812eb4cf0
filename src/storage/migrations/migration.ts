/** One step from a schema to the next: statements that run in order, in one transaction. */
export interface Migration {
  readonly version: number;
  readonly statements: readonly string[];
}
