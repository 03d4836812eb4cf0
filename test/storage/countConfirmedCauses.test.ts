import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isFault } from '../../src/faults';
import { countConfirmedCauses } from '../../src/storage/countConfirmedCauses';
import { closeCase } from '../../src/usecases/closeCase';
import { aFile } from './aFile';
import { aCase, aStore } from './stored';

/** Closed cases, one for each entry, in a store that stays open as a running bot's would. */
async function aStoreOf(
  closed: readonly { person: string; cause?: string; at?: number; open?: boolean }[],
): Promise<{ file: string; opened: Awaited<ReturnType<typeof aStore>> }> {
  const file = aFile();
  const opened = await aStore({ database: { file } });
  await opened.store.transaction(async (tx) => {
    for (const [index, { person, cause, at, open }] of closed.entries()) {
      const state = open === true ? 'diagnosed' : 'closed';
      const id = `case-${index}`;
      await tx.cases.insert(
        aCase({ id, state, personId: person, confirmedCause: cause, updatedAt: at ?? 1_000 }),
      );
    }
  });
  return { file, opened };
}

async function aClosedFile(closed: Parameters<typeof aStoreOf>[0]): Promise<string> {
  const { file, opened } = await aStoreOf(closed);
  await opened.close();
  return file;
}

function change(file: string, statement: string): void {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
}

/** The code of the fault that counting ends in. */
function faultOf(counting: { file: string }): string {
  try {
    countConfirmedCauses(counting);
  } catch (thrown) {
    if (isFault(thrown)) return thrown.code;
    throw thrown;
  }
  return 'none';
}

describe('the causes that closed cases confirmed', () => {
  test('are counted by cases and by people, most people first', async () => {
    const file = await aClosedFile([
      { person: 'a', cause: 'clock-skew' },
      { person: 'a', cause: 'clock-skew' },
      { person: 'a', cause: 'push-delivery' },
      { person: 'b', cause: 'push-delivery' },
    ]);
    expect(countConfirmedCauses({ file })).toEqual({
      ok: true,
      confirmed: [
        { cause: 'push-delivery', cases: 2, people: 2 },
        { cause: 'clock-skew', cases: 2, people: 1 },
      ],
    });
  });

  test('are those of closed cases that confirmed one', async () => {
    const file = await aClosedFile([
      { person: 'a' },
      { person: 'b', cause: 'clock-skew', open: true },
      { person: 'c', cause: 'push-delivery' },
    ]);
    expect(countConfirmedCauses({ file })).toMatchObject({
      confirmed: [{ cause: 'push-delivery', cases: 1 }],
    });
  });

  test('can be counted since a time', async () => {
    const file = await aClosedFile([
      { person: 'a', cause: 'clock-skew', at: 1_000 },
      { person: 'b', cause: 'clock-skew', at: 2_000 },
    ]);
    expect(countConfirmedCauses({ file, since: 2_000 })).toMatchObject({ confirmed: [{ cases: 1 }] });
  });

  test('include one that was closed by "solved" a moment ago, by a bot that runs on', async () => {
    const { file, opened } = await aStoreOf([{ person: 'a', open: true }]);
    const closing = { caseId: 'case-0', actorId: 'a', why: 'solved' as const, cause: 'clock-skew' };
    await closeCase({ store: opened.store, clock: () => 3_000 }, closing);
    const counted = countConfirmedCauses({ file });
    await opened.close();
    expect(counted).toMatchObject({ confirmed: [{ cause: 'clock-skew', cases: 1, people: 1 }] });
  });

  test('do not wait for a transaction of the bot, nor does the bot wait for them', async () => {
    const { file, opened } = await aStoreOf([{ person: 'a', cause: 'clock-skew' }]);
    const counted = await opened.store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ id: 'later', state: 'closed', confirmedCause: 'clock-skew' }));
      return countConfirmedCauses({ file });
    });
    await opened.close();
    expect(counted).toMatchObject({ confirmed: [{ cases: 1 }] });
  });

  test('are counted without a byte of the file changing', async () => {
    const file = await aClosedFile([{ person: 'a', cause: 'clock-skew' }]);
    const before = readFileSync(file);
    countConfirmedCauses({ file });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('leave no file behind that the bot would stumble over', async () => {
    const file = await aClosedFile([{ person: 'a', cause: 'clock-skew' }]);
    countConfirmedCauses({ file });
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });

  test('say nothing of who', async () => {
    const file = await aClosedFile([{ person: 'person-7', cause: 'clock-skew' }]);
    expect(JSON.stringify(countConfirmedCauses({ file }))).not.toContain('person-7');
  });
});

describe('a file whose causes cannot be counted', () => {
  test('is not made where it is missing', () => {
    const file = aFile();
    expect(countConfirmedCauses({ file })).toEqual({ ok: false, why: 'missing' });
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    ['text', 'dear diary, this is no database of any kind, however long one reads on in it'],
    ['nothing', ''],
  ])("is not Monban's when it holds %s", (_, text) => {
    const file = aFile();
    writeFileSync(file, text);
    expect(countConfirmedCauses({ file })).toEqual({ ok: false, why: 'notMonbans' });
  });

  test('may be of a newer Monban', async () => {
    const file = await aClosedFile([]);
    change(file, 'insert into schema_version (version, applied_at) values (99, 1)');
    expect(countConfirmedCauses({ file })).toEqual({ ok: false, why: 'newer' });
  });

  test('may be of an older Monban, and is not migrated', async () => {
    const file = await aClosedFile([]);
    change(file, 'update schema_version set version = -version');
    expect(countConfirmedCauses({ file })).toEqual({ ok: false, why: 'older' });
  });

  test.each([
    ['of a later shape', 'update cases set schema = 99'],
    ['no JSON', `update cases set body = '{'`],
    ['with a cause that is none', `update cases set body = json_set(body, '$.confirmedCause', 7)`],
  ])('may hold closed cases that are %s: a fault, not a guess', async (_, statement) => {
    const file = await aClosedFile([{ person: 'a', cause: 'clock-skew' }]);
    change(file, statement);
    expect(faultOf({ file })).toBe('store-unreadable');
  });

  test('may be a folder', () => {
    expect(faultOf({ file: path.dirname(aFile()) })).toBe('store-unavailable');
  });
});
