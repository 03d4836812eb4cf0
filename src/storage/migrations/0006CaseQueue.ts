import type { Migration } from './migration';

/** Who of the staff has a case, and the indexes of the queue that staff read: open cases only, with what is filtered by. */
export const caseQueue: Migration = {
  version: 6,
  statements: [
    `alter table cases add column owner_id text`,
    `drop index cases_open_queue`,
    `create index cases_open_queue on cases (tenant_id, created_at, id, state, owner_id) where state <> 'closed'`,
    `create index cases_open_changed on cases (tenant_id, updated_at, id, state, owner_id) where state <> 'closed'`,
    `create index cases_open_of_owner on cases (tenant_id, owner_id, created_at, id)
      where state <> 'closed' and owner_id is not null`,
  ],
};
