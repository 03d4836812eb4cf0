import type { StoredAuditEntry } from '../storage/auditEntries';

interface AuditFormat {
  readonly header?: string;
  line(entry: StoredAuditEntry): string;
}

const columns = [
  'tenant_id',
  'seq',
  'at',
  'event',
  'actor_id',
  'case_id',
  'request_id',
  'detail',
  'hash',
] as const satisfies readonly (keyof StoredAuditEntry)[];

/** Every form in which the audit trail leaves. JSON Lines and CSV carry all that the chain is computed from. */
export const auditFormats = {
  jsonl: { line: (entry) => JSON.stringify(entry) },
  csv: {
    header: columns.join(','),
    line: (entry) => columns.map((column) => csvCell(entry[column])).join(','),
  },
  ecs: { line: (entry) => JSON.stringify(ecsEvent(entry)) },
  cef: { line: cefLine },
} satisfies Record<string, AuditFormat>;

type AuditFormatName = keyof typeof auditFormats;

export function isAuditFormat(name: string): name is AuditFormatName {
  return Object.hasOwn(auditFormats, name);
}

/** The trail as lines of one form, its header first. */
export async function* auditLines(
  entries: AsyncIterable<StoredAuditEntry>,
  name: AuditFormatName,
): AsyncGenerator<string> {
  const format: AuditFormat = auditFormats[name];
  if (format.header !== undefined) yield format.header;
  for await (const entry of entries) yield format.line(entry);
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Elastic Common Schema, which Elastic and Microsoft Sentinel's normalisation read. */
function ecsEvent(entry: StoredAuditEntry): Readonly<Record<string, unknown>> {
  return {
    '@timestamp': new Date(entry.at).toISOString(),
    ecs: { version: '8.11.0' },
    event: {
      kind: 'event',
      category: ['iam'],
      action: entry.event,
      sequence: entry.seq,
      hash: entry.hash,
      provider: 'monban',
    },
    user: { id: entry.actor_id },
    organization: { id: entry.tenant_id },
    labels: { case_id: entry.case_id, request_id: entry.request_id },
    monban: { detail: entry.detail },
  };
}

/** ArcSight Common Event Format: a header in pipes, then keys and values. */
function cefLine(entry: StoredAuditEntry): string {
  const header = ['CEF:0', 'Monban', 'Monban', '1', entry.event, entry.event, '3'].map((part) =>
    part.replaceAll('\\', '\\\\').replaceAll('|', '\\|'),
  );
  const extension = {
    rt: String(entry.at),
    externalId: String(entry.seq),
    suid: entry.actor_id,
    cs1Label: 'tenant',
    cs1: entry.tenant_id,
    cs2Label: 'case',
    cs2: entry.case_id ?? '',
    cs3Label: 'request',
    cs3: entry.request_id ?? '',
    cs4Label: 'hash',
    cs4: entry.hash,
    msg: entry.detail ?? '',
  };
  const pairs = Object.entries(extension).map(([key, value]) => `${key}=${cefValue(value)}`);
  return `${header.join('|')}|${pairs.join(' ')}`;
}

function cefValue(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('=', '\\=')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
