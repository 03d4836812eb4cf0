import type { Migration } from './migration';

/** How a case is followed to its end: after a remedy, at Microsoft's support, in the helpdesk's ticket system. */
export const followUps: Migration = {
  version: 8,
  statements: [
    `create table follow_ups (
      tenant_id text not null, case_id text not null, kind text not null, state text not null,
      version bigint not null, schema bigint not null, body text not null,
      created_at bigint not null, updated_at bigint not null,
      primary key (tenant_id, case_id, kind),
      foreign key (tenant_id, case_id) references cases (tenant_id, id))`,
    `create index audit_of_case on audit_trail (tenant_id, case_id, seq) where case_id is not null`,
  ],
};
