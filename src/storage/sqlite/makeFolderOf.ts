import { mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../../startProblem';
import { networkDiskName } from './networkDisk';

/**
 * Makes the folders of a database file that are missing, for the account that runs Monban alone.
 * @throws StartProblem `database-unfit` on a network disk
 */
export function makeFolderOf(file: string, typeOf: (folder: string) => number = fileSystemType): void {
  const folder = path.dirname(path.resolve(file));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const network = folder.startsWith('\\\\') ? 'a Windows share' : networkDiskName(typeOf(folder));
  if (network === undefined) return;
  throw new StartProblem(
    'database-unfit',
    `The database file ${file} would lie on a network disk (${network}), where SQLite loses data. ` +
      'Set MONBAN_DATABASE_FILE to a path on a disk of this machine, or MONBAN_DATABASE_URL to a PostgreSQL server.',
  );
}

function fileSystemType(folder: string): number {
  return statfsSync(folder).type;
}
