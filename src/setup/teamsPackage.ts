import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { fillManifest, type AppFacts } from './fillManifest';

/** Files that go into the package as they are. */
const plainFiles = ['ja.json', 'color.png', 'outline.png'];

/** A time that does not change: the same settings give the same package, byte by byte. Zip knows none before 1980. */
const anyTime = new Date(1980, 0, 1);

/** The Teams app as the zip file that a Teams administrator uploads. */
export function teamsPackage(projectRoot: string, facts: AppFacts): Uint8Array {
  const read = (name: string) => readFileSync(path.join(projectRoot, 'manifest', name));
  const template: unknown = JSON.parse(read('manifest.json').toString('utf8'));
  const manifest = JSON.stringify(fillManifest(template, facts), undefined, 2);
  const files: Zippable = {
    'manifest.json': Buffer.from(`${manifest}\n`),
    ...Object.fromEntries(plainFiles.map((name) => [name, read(name)])),
  };
  return zipSync(files, { mtime: anyTime });
}
