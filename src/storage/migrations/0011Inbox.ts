import type { Migration } from './migration';

/**
 * How far an activity has come, who has it in hand until when, and the activity itself where its press was answered
 * before it was done. Whatever was seen before counts as done, as it did.
 */
export const inbox: Migration = {
  version: 11,
  statements: [
    `alter table activities add column state text not null default 'done'`,
    `alter table activities add column holder text`,
    `alter table activities add column held_until bigint`,
    `alter table activities add column body text`,
  ],
};
