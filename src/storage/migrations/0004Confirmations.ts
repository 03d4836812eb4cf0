import type { Migration } from './migration';

/** Decisions that wait for a sign-in, each found by the hash of its link. */
export const confirmations: Migration = {
  version: 4,
  statements: [
    `create table confirmations (
      tenant_id text not null, token_hash text not null, request_id text not null, person_id text not null,
      body text not null, created_at bigint not null, expires_at bigint not null, used_at bigint,
      primary key (tenant_id, token_hash),
      foreign key (tenant_id, request_id) references requests (tenant_id, id))`,
    `create index confirmations_by_time on confirmations (tenant_id, expires_at)`,
  ],
};
