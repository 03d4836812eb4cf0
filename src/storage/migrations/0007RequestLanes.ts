import type { Migration } from './migration';

/** What protects a person is asked for next to what lets them in, also while that is frozen: one open request for each. */
export const requestLanes: Migration = {
  version: 7,
  statements: [
    `alter table requests add column lane text not null default 'access'`,
    `drop index requests_one_open`,
    `create unique index requests_one_open on requests (tenant_id, person_id, lane)
      where state not in ('done', 'partial', 'failed', 'denied', 'expired', 'withdrawn')`,
  ],
};
