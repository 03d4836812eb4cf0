/** What is passed on between people and staff. */
export interface RelayedMessageTable {
  tenant_id: string;
  /** Of the activity that it came in: one that is delivered twice is relayed once. */
  id: string;
  case_id: string;
  direction: 'toStaff' | 'toPerson';
  /** Its place among those of its case and direction. */
  seq: number;
  sender_id: string;
  state: 'waiting' | 'sending' | 'sent' | 'undelivered';
  /** The job that has it in hand, and until when that is believed. */
  holder: string | null;
  held_until: number | null;
  /** The words, until they were delivered or given up. */
  body: string | null;
  created_at: number;
}
