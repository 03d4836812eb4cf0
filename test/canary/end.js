'use strict';

const { readdirSync, readFileSync, rmSync } = require('node:fs');
const path = require('node:path');

/** After all tests: a pass that turned up in any log, store, sent activity or audit trail fails the run (SECURITY S13). */
module.exports = () => {
  const folder = process.env.MONBAN_CANARY_FOLDER;
  if (folder === undefined) throw new Error('the canary scan was not begun');
  const files = readdirSync(folder);
  const read = (prefix) =>
    files
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'));
  const leaks = read('leak-');
  const scanned = read('scanned-').length;
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(
    `\nCanary scan: ${scanned} tests' logs, stores and messages, ${leaks.length} leaks.\n`,
  );
  if (leaks.length > 0) throw new Error(`A pass leaked:\n${[...new Set(leaks)].join('\n')}`);
};
