import type { Migration } from './migration';

/** What lets old rows go: where the audit trail was cut, and by which index the rest is found. */
export const housekeeping: Migration = {
  version: 3,
  statements: [
    // The last entry that was let go: what the first one that is kept follows.
    `create table audit_cuts (
      tenant_id text not null, seq bigint not null, hash text not null, at bigint not null,
      primary key (tenant_id, seq))`,
    `create index audit_trail_by_time on audit_trail (tenant_id, at)`,
    `create index activities_by_time on activities (tenant_id, seen_at)`,
    `create index bot_state_by_time on bot_state (tenant_id, updated_at)`,
    `create index outbox_done on outbox (tenant_id, created_at) where state = 'done'`,
    `create index cases_closed on cases (tenant_id, updated_at) where state = 'closed'`,
  ],
  appendOnly: ['audit_cuts'],
  cuttable: [{ table: 'audit_trail', cuts: 'audit_cuts' }],
};
