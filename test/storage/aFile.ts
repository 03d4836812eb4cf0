import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders: string[] = [];

// Not where a process of its own runs this.
if (typeof afterAll === 'function') {
  afterAll(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

/** A path for a database of this test file, in a folder that goes when its tests have ended. */
export function aFile(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'monban-store-'));
  folders.push(folder);
  return path.join(folder, 'monban.db');
}
