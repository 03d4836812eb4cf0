import type { Migration } from './migration';

/** Never edited once released: what changes later is a new file with the next number. */
export const foundations: Migration = {
  version: 1,
  statements: [
    `create table cases (
      tenant_id text not null, id text not null, number text not null, state text not null,
      person_id text not null, version bigint not null, schema bigint not null, body text not null,
      created_at bigint not null, updated_at bigint not null,
      primary key (tenant_id, id), unique (tenant_id, number))`,
    // The person's open case, and the staff's queue page: both look at open cases only, however many are closed.
    `create index cases_open_of_person on cases (tenant_id, person_id, created_at) where state <> 'closed'`,
    `create index cases_open_queue on cases (tenant_id, created_at, id) where state <> 'closed'`,

    `create table requests (
      tenant_id text not null, id text not null, number text not null, case_id text not null, state text not null,
      person_id text not null, version bigint not null, schema bigint not null, body text not null,
      created_at bigint not null,
      primary key (tenant_id, id), unique (tenant_id, number),
      foreign key (tenant_id, case_id) references cases (tenant_id, id))`,
    // One open request per person (SECURITY S19). A frozen one is open: it blocks others until a person has decided.
    `create unique index requests_one_open on requests (tenant_id, person_id)
      where state not in ('done', 'partial', 'failed', 'denied', 'expired', 'withdrawn')`,
    `create index requests_of_case on requests (tenant_id, case_id)`,

    `create table outbox (
      tenant_id text not null, id text not null, kind text not null, payload text not null, state text not null,
      run_after bigint not null, attempt bigint not null, lease text, idempotency_key text, fault text,
      created_at bigint not null,
      primary key (tenant_id, id), unique (tenant_id, idempotency_key))`,
    `create index outbox_due on outbox (tenant_id, run_after) where state = 'waiting'`,
    `create index outbox_dead on outbox (tenant_id, created_at) where state = 'dead'`,

    `create table audit_trail (
      tenant_id text not null, seq bigint not null, at bigint not null, event text not null, actor_id text not null,
      case_id text, request_id text, detail text, hash text not null,
      primary key (tenant_id, seq))`,
    `create table audit_heads (
      tenant_id text not null primary key, seq bigint not null, hash text not null)`,

    `create table posted_cards (
      tenant_id text not null, token_hash text not null, request_id text not null, service_url text not null,
      conversation_id text not null, conversation_kind text not null, activity_id text not null,
      expires_at bigint not null,
      primary key (tenant_id, token_hash),
      foreign key (tenant_id, request_id) references requests (tenant_id, id))`,
    `create index posted_cards_of_request on posted_cards (tenant_id, request_id)`,

    `create table conversations (
      tenant_id text not null, conversation_id text not null, kind text not null, service_url text not null,
      person_id text, language text, updated_at bigint not null,
      primary key (tenant_id, conversation_id))`,
    `create index conversations_of_person on conversations (tenant_id, person_id, updated_at) where kind = 'personal'`,

    `create table activities (
      tenant_id text not null, conversation_id text not null, activity_id text not null, seen_at bigint not null,
      primary key (tenant_id, conversation_id, activity_id))`,

    `create table bot_state (
      tenant_id text not null, key text not null, value text not null, etag text not null, updated_at bigint not null,
      primary key (tenant_id, key))`,
  ],
  appendOnly: ['audit_trail'],
};
