import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../../src/startProblem';
import { makeFolderOf } from '../../src/storage/sqlite/makeFolderOf';
import { sqliteStartProblem } from '../../src/storage/sqlite/sqliteStartProblem';
import { aFile } from './aFile';
import { aStore } from './stored';

describe('a start on a SQLite file', () => {
  test.each([
    [
      'that holds something else',
      (file: string) => {
        writeFileSync(file, 'minutes of the meeting. '.repeat(99));
      },
      'database-unfit',
      'holds something else',
    ],
    [
      'that is a folder',
      (file: string) => {
        mkdirSync(file);
      },
      'database-missing',
      'is a folder',
    ],
  ])('%s is refused in plain words', async (_what, prepare, code, words) => {
    const file = aFile();
    prepare(file);
    const opening = aStore({ database: { file } });
    await expect(opening).rejects.toMatchObject({ code, message: expect.stringContaining(words) as unknown });
    await expect(opening).rejects.toThrow(`${file} cannot be used`);
  });

  test('whose folder is a file is refused in plain words', async () => {
    const file = aFile();
    writeFileSync(file, '');
    const opening = aStore({ database: { file: path.join(file, 'monban.sqlite') } });
    await expect(opening).rejects.toMatchObject({ code: 'database-missing' });
  });

  test.each([
    [0x6969, 'NFS'],
    [0xff534d42, 'CIFS'],
    [0xfe534d42, 'SMB2'],
    [0x01021997, '9p'],
  ])('on a network disk is refused with what to do instead (%d, %s)', (type, name) => {
    const start = () => {
      makeFolderOf(aFile(), () => type);
    };
    expect(start).toThrow(StartProblem);
    expect(start).toThrow(new RegExp(`network disk \\(${name}\\).*MONBAN_DATABASE_URL`, 'u'));
  });

  test.each([
    ['no right to write', { code: 'EACCES' }, 'database-forbidden', 'may not write'],
    ['a disk mounted to read only', { code: 'EROFS' }, 'database-forbidden', 'read only'],
    ['a full disk', { errcode: 13 }, 'database-unfit', 'full'],
    ['a damaged file', { errcode: 11 }, 'database-unfit', 'backup'],
    ['a lock that stays', { errcode: 5 }, 'database-unreachable', 'another process'],
  ])('with %s is told in words', (_what, thrown, code, words) => {
    const problem = sqliteStartProblem('data/monban.sqlite', thrown);
    expect(problem).toMatchObject({ code, message: expect.stringContaining(words) as unknown });
  });

  test('that fails for a reason that nobody foresaw is not explained away', () => {
    expect(sqliteStartProblem('data/monban.sqlite', new TypeError('a bug'))).toBeUndefined();
  });
});
