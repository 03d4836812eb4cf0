import { fail, print } from './commandOutput';
import { openNamedStore, storeOptions, storeUsage } from './openNamedStore';
import { readOptions } from './readOptions';

/** Checks the audit trail from its first kept entry to its head; ends with 1 and names the first broken place. */
async function auditVerify(): Promise<void> {
  const read = readOptions(process.argv.slice(2), storeOptions, `npm run audit:verify -- ${storeUsage}`);
  const named = 'problem' in read ? read : await openNamedStore(read.values, process.env);
  if ('problem' in named) {
    fail(named.problem);
    return;
  }
  const { opened } = named;
  try {
    const verdict = await opened.audit.verify();
    const head = await opened.housekeeping.auditHead();
    if (verdict.ok) print(`The audit trail is whole: ${verdict.entries} entries, head ${head.hash}`);
    else
      fail(
        `The audit trail is broken: the first entry that is missing or changed is ${verdict.firstBroken}.`,
      );
  } finally {
    await opened.close();
  }
}

void auditVerify();
