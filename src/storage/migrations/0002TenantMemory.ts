import type { Migration } from './migration';

/** What is kept of the tenant's records for a while, how far reading them has come, and incidents. */
export const tenantMemory: Migration = {
  version: 2,
  statements: [
    `create table tenant_records (
      tenant_id text not null, feed text not null, id text not null, person_id text, at bigint not null,
      code bigint, read_at bigint not null, body text not null,
      primary key (tenant_id, feed, id))`,
    `create index tenant_records_of_person on tenant_records (tenant_id, feed, person_id, at)`,
    `create index tenant_records_by_time on tenant_records (tenant_id, feed, at)`,
    `create index tenant_records_by_reading on tenant_records (tenant_id, feed, read_at)`,

    `create table tenant_feeds (
      tenant_id text not null, feed text not null, read_at bigint, high_water bigint, deep_at bigint,
      due_at bigint not null, fault text, needs text, failures bigint not null,
      primary key (tenant_id, feed))`,
    `create table leases (
      tenant_id text not null, name text not null, holder text not null, held_until bigint not null,
      primary key (tenant_id, name))`,

    `create table incidents (
      tenant_id text not null, id text not null, number text not null, state text not null, reason text not null,
      version bigint not null, schema bigint not null, body text not null,
      created_at bigint not null, updated_at bigint not null,
      primary key (tenant_id, id), unique (tenant_id, number))`,
    // One open incident for one reason.
    `create unique index incidents_one_open on incidents (tenant_id, reason) where state = 'open'`,
    `create table incident_cases (
      tenant_id text not null, incident_id text not null, case_id text not null, joined_at bigint not null,
      primary key (tenant_id, incident_id, case_id),
      foreign key (tenant_id, incident_id) references incidents (tenant_id, id),
      foreign key (tenant_id, case_id) references cases (tenant_id, id))`,
    `create index incident_cases_of_case on incident_cases (tenant_id, case_id)`,
    `create index cases_by_time on cases (tenant_id, created_at)`,
  ],
};
