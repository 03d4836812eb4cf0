import type { Migration } from './migration';

/**
 * In the order in which a person's newest open case is asked for: without the id, SQLite took the queue's index for its
 * order and read every open case of the tenant.
 */
export const openOfPerson: Migration = {
  version: 10,
  statements: [
    `drop index cases_open_of_person`,
    `create index cases_open_of_person on cases (tenant_id, person_id, created_at, id) where state <> 'closed'`,
  ],
};
