import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const built = path.resolve(__dirname, '../../dist/commands');

function caseFile(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'monban-cases-')), 'cases.json');
  writeFileSync(
    file,
    '[{"id": "one", "opening": "I lost my phone", "causes": ["device-lost"], "routes": ["wait"]}]',
  );
  return file;
}

/** Runs a command whose reader has left before its first line, and gives what it complains of. */
async function complaintOf(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [path.join(built, command), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const complaint: string[] = [];
  child.stderr.on('data', (chunk) => complaint.push(String(chunk)));
  await once(child, 'close');
  return complaint.join('');
}

describe('a command behind `| head`', () => {
  test.each([
    ['score.js', ['--cases', caseFile(), '--wrong']],
    ['diagnose.js', ['--cases', caseFile()]],
    ['checkKnowledge.js', []],
  ])('ends without a word: %s', async (command, args) => {
    expect(await complaintOf(command, args)).toBe('');
  });
});
