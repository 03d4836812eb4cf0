import { auditFormats, auditLines, isAuditFormat } from './auditFormats';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { openNamedStore, storeOptions, storeUsage } from './openNamedStore';
import { readOptions } from './readOptions';

const options = { ...storeOptions, format: { type: 'string', default: 'jsonl' } } as const;
const usage = `npm run -s audit:export -- [--format ${Object.keys(auditFormats).join('|')}] ${storeUsage}`;

/** Prints the audit trail for somebody else to keep: a spreadsheet, an archive, a SIEM. */
async function auditExport(): Promise<void> {
  stopWhenNobodyReads();
  const read = readOptions(process.argv.slice(2), options, usage);
  if ('problem' in read) {
    fail(read.problem);
    return;
  }
  const { format, ...given } = read.values;
  if (!isAuditFormat(format)) {
    fail(`There is no format ${format}. Usage: ${usage}`);
    return;
  }
  const named = await openNamedStore(given, process.env);
  if ('problem' in named) {
    fail(named.problem);
    return;
  }
  try {
    for await (const line of auditLines(named.opened.audit.entries(), format)) print(line);
  } finally {
    await named.opened.close();
  }
}

void auditExport();
