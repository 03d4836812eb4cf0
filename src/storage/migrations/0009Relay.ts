import type { Migration } from './migration';

/** The thread of a case in the staff channel, and what is passed on between it and the person's chat. */
export const relay: Migration = {
  version: 9,
  statements: [
    `alter table cases add column thread_id text`,
    `create index cases_of_thread on cases (tenant_id, thread_id) where thread_id is not null`,
    `create table relayed_messages (
      tenant_id text not null, id text not null, case_id text not null, direction text not null, seq bigint not null,
      sender_id text not null, state text not null, holder text, held_until bigint, body text,
      created_at bigint not null,
      primary key (tenant_id, id), unique (tenant_id, case_id, direction, seq),
      foreign key (tenant_id, case_id) references cases (tenant_id, id))`,
  ],
};
