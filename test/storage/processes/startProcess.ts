import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DatabaseAddress } from '../../../src/storage/engine';
import { addressText } from '../aDatabase';

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  /** The whole lines that were written so far. */
  lines(): readonly string[];
  /** Resolves when the process has ended; throws with its complaint unless it was killed or ended well. */
  ended(): Promise<void>;
}

/** Starts one of the scripts of this folder on a database. */
export function startProcess(
  script: 'writer' | 'counter' | 'claimer' | 'clicker' | 'instance',
  database: DatabaseAddress,
  ...more: readonly string[]
): Started {
  const child = spawn(process.execPath, [
    path.join(__dirname, 'run.cjs'),
    path.join(__dirname, `${script}.ts`),
    addressText(database),
    ...more,
  ]);
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const closed = once(child, 'close');
  return {
    child,
    lines: () => output.split('\n').slice(0, -1),
    async ended() {
      await closed;
      if (child.exitCode !== 0 && child.signalCode === null) throw new Error(complaint);
    },
  };
}
