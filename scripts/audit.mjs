// Asks the registry which of the packages that run have known holes: npm run audit. Ends with 1 where one is serious.
// A registry that does not know of holes (a mirror) is said so in one line, and is no failure: nothing was found out.
import { spawnSync } from 'node:child_process';

const asked = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const answer = read(asked.stdout);

if (answer?.metadata?.vulnerabilities === undefined) {
  const why =
    answer?.message ?? answer?.error?.summary ?? (asked.stderr.trim().split('\n')[0] || 'no answer');
  console.log(`audit: SKIPPED, nothing was checked: this registry does not answer (${why})`);
} else {
  const { info, low, moderate, high, critical } = answer.metadata.vulnerabilities;
  console.log(`audit: critical ${critical}, high ${high}, moderate ${moderate}, low ${low}, info ${info}`);
  for (const { name, severity, range } of Object.values(answer.vulnerabilities ?? {}))
    console.log(`  ${severity}: ${name} ${range}`);
  if (critical + high > 0) process.exitCode = 1;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
