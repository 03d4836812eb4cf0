import type { Kysely } from 'kysely';
import type { RelayedMessageTable } from './relayTable';

/**
 * The tables as both engines hold them: `tenant_id` first in every key, times as bigint epoch milliseconds,
 * ids made by us, JSON as TEXT (jsonb would reorder keys, and a hash over it could not be repeated).
 */
export interface Tables {
  schema_version: SchemaVersionTable;
  cases: CaseTable;
  requests: RequestTable;
  outbox: OutboxTable;
  audit_trail: AuditTable;
  audit_heads: AuditHeadTable;
  audit_cuts: AuditCutTable;
  posted_cards: PostedCardTable;
  conversations: ConversationTable;
  activities: ActivityTable;
  bot_state: BotStateTable;
  confirmations: ConfirmationTable;
  tallies: TallyTable;
  marks: MarkTable;
  tenant_records: TenantRecordTable;
  tenant_feeds: TenantFeedTable;
  leases: LeaseTable;
  incidents: IncidentTable;
  incident_cases: IncidentCaseTable;
  follow_ups: FollowUpTable;
  relayed_messages: RelayedMessageTable;
}

export type Database = Kysely<Tables>;

interface SchemaVersionTable {
  version: number;
  applied_at: number;
}

/** What every row with a life of its own has: columns for look-ups, everything else in `body`. */
interface VersionedRow {
  tenant_id: string;
  id: string;
  number: string;
  state: string;
  person_id: string;
  /** Raised by one at each save. */
  version: number;
  /** Which shape `body` has (SECURITY S28). */
  schema: number;
  body: string;
  created_at: number;
}

export interface CaseTable extends VersionedRow {
  /** Who of the staff has it. */
  owner_id: string | null;
  /** The message that its thread in the staff channel hangs on. */
  thread_id: string | null;
  updated_at: number;
}

export interface RequestTable extends VersionedRow {
  case_id: string;
  lane: string;
}

export interface OutboxTable {
  tenant_id: string;
  id: string;
  kind: string;
  payload: string;
  state: 'waiting' | 'done' | 'dead';
  /** When it may be taken; a lease moves it forward. */
  run_after: number;
  attempt: number;
  lease: string | null;
  idempotency_key: string | null;
  /** Why the last attempt failed. */
  fault: string | null;
  created_at: number;
}

export interface AuditTable {
  tenant_id: string;
  seq: number;
  at: number;
  event: string;
  actor_id: string;
  case_id: string | null;
  request_id: string | null;
  detail: string | null;
  hash: string;
}

interface AuditHeadTable {
  tenant_id: string;
  seq: number;
  hash: string;
}

interface AuditCutTable extends AuditHeadTable {
  at: number;
}

export interface PostedCardTable {
  tenant_id: string;
  token_hash: string;
  request_id: string;
  service_url: string;
  conversation_id: string;
  conversation_kind: 'personal' | 'channel';
  activity_id: string;
  expires_at: number;
}

export interface ConversationTable {
  tenant_id: string;
  conversation_id: string;
  kind: 'personal' | 'channel';
  service_url: string;
  person_id: string | null;
  language: 'ja' | 'en' | null;
  updated_at: number;
}

export interface ActivityTable {
  tenant_id: string;
  conversation_id: string;
  activity_id: string;
  seen_at: number;
  state: 'begun' | 'done';
  /** The turn that has it in hand, until when. */
  holder: string | null;
  held_until: number | null;
  /** The activity itself, only while its press was answered and is not done. */
  body: string | null;
}

interface BotStateTable {
  tenant_id: string;
  key: string;
  value: string;
  etag: string;
  updated_at: number;
}

export interface TenantRecordTable {
  tenant_id: string;
  feed: string;
  id: string;
  person_id: string | null;
  at: number;
  code: number | null;
  read_at: number;
  body: string;
}

export interface TenantFeedTable {
  tenant_id: string;
  feed: string;
  read_at: number | null;
  high_water: number | null;
  deep_at: number | null;
  due_at: number;
  fault: string | null;
  needs: string | null;
  failures: number;
}

interface LeaseTable {
  tenant_id: string;
  name: string;
  holder: string;
  held_until: number;
}

export interface IncidentTable {
  tenant_id: string;
  id: string;
  number: string;
  state: 'open' | 'over';
  /** What makes it one incident: `code:50086`, `service:MO123456`, `cause:service-incident`. */
  reason: string;
  version: number;
  schema: number;
  body: string;
  created_at: number;
  updated_at: number;
}

interface IncidentCaseTable {
  tenant_id: string;
  incident_id: string;
  case_id: string;
  joined_at: number;
}

export interface FollowUpTable {
  tenant_id: string;
  case_id: string;
  kind: 'recovery' | 'microsoft' | 'ticket';
  state: 'open' | 'over';
  version: number;
  schema: number;
  body: string;
  created_at: number;
  updated_at: number;
}

interface ConfirmationTable {
  tenant_id: string;
  token_hash: string;
  request_id: string;
  person_id: string;
  body: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

interface TallyTable {
  tenant_id: string;
  id: string;
  kind: string;
  subject: string;
  at: number;
}

interface MarkTable {
  tenant_id: string;
  name: string;
  value: string;
  updated_at: number;
}
