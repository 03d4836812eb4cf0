import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { aFile } from './aFile';
import { aCase, aStore } from './stored';

/** In blocks of 1,024 bytes, as bash counts them. */
const roomForEachFile = 3_000;

/** Writes until nothing more fits into its files; gives what it acknowledged, and its complaint. */
async function writtenUntilFull(file: string) {
  const folder = path.join(__dirname, 'processes');
  const writer = `ulimit -f ${String(roomForEachFile)}; trap '' XFSZ; exec "$0" "$@"`;
  const child = spawn('bash', [
    '-c',
    writer,
    process.execPath,
    path.join(folder, 'run.cjs'),
    path.join(folder, 'writer.ts'),
    file,
  ]);
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  await once(child, 'close');
  return { acknowledged: said.split('\n').slice(0, -1).length, complaint };
}

describe('a disk that is full', () => {
  test('refuses what does not fit, in words; what was acknowledged is there, and it goes on once there is room', async () => {
    const file = aFile();
    const { acknowledged, complaint } = await writtenUntilFull(file);
    expect(complaint).toMatch(/the disk is full|reading or writing the disk failed/u);
    expect(acknowledged).toBeGreaterThan(20);

    const opened = await aStore({ database: { file } });
    expect(await opened.audit.verify()).toEqual({ ok: true, entries: acknowledged });
    await opened.store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ id: 'next', personId: 'next' }));
      await tx.audit.append({ event: 'case.opened', actorId: 'monban', caseId: 'next' });
    });
    expect(await opened.audit.verify()).toEqual({ ok: true, entries: acknowledged + 1 });
    const last = await opened.store.transaction((tx) => tx.cases.find(String(acknowledged)));
    expect(last?.id).toBe(String(acknowledged));
    await opened.close();
  });
});
