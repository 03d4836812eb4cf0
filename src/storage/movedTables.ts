/**
 * Every table with its key, those that others refer to first: the order in which rows can be copied.
 * `schema_version` is not among them: each database has its own.
 */
export const movedTables = {
  cases: ['tenant_id', 'id'],
  requests: ['tenant_id', 'id'],
  confirmations: ['tenant_id', 'token_hash'],
  posted_cards: ['tenant_id', 'token_hash'],
  outbox: ['tenant_id', 'id'],
  audit_heads: ['tenant_id'],
  audit_cuts: ['tenant_id', 'seq'],
  audit_trail: ['tenant_id', 'seq'],
  conversations: ['tenant_id', 'conversation_id'],
  activities: ['tenant_id', 'conversation_id', 'activity_id'],
  bot_state: ['tenant_id', 'key'],
  tenant_records: ['tenant_id', 'feed', 'id'],
  tenant_feeds: ['tenant_id', 'feed'],
  leases: ['tenant_id', 'name'],
  tallies: ['tenant_id', 'id'],
  marks: ['tenant_id', 'name'],
  incidents: ['tenant_id', 'id'],
  incident_cases: ['tenant_id', 'incident_id', 'case_id'],
  follow_ups: ['tenant_id', 'case_id', 'kind'],
  relayed_messages: ['tenant_id', 'id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MovedTable = keyof typeof movedTables;

export const movedTableNames = Object.keys(movedTables).filter(
  (name): name is MovedTable => name in movedTables,
);
