import type { Migration } from './migration';

/** What limits, alarms, the emergency stop and the record of the policy in force are counted and kept in. */
export const guards: Migration = {
  version: 5,
  statements: [
    `create table tallies (
      tenant_id text not null, id text not null, kind text not null, subject text not null, at bigint not null,
      primary key (tenant_id, id))`,
    `create index tallies_counted on tallies (tenant_id, kind, subject, at)`,
    `create table marks (
      tenant_id text not null, name text not null, value text not null, updated_at bigint not null,
      primary key (tenant_id, name))`,
  ],
};
