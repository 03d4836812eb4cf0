import path from 'node:path';
import { openNamedStore } from '../../src/commands/openNamedStore';
import { learnRun } from '../../src/commands/learnRun';
import { knowledgeFolder } from '../../src/readKnowledge';
import { schemaVersion } from '../../src/storage/migrate';
import { addressText, aDatabase } from './aDatabase';
import { leftBehind } from './fixtures/leftBehind';
import { openTestStore } from './openTestStore';
import { rawly } from './rawly';
import { aCase, aStore, testTenant } from './stored';

const tenant = { MONBAN_TENANT_ID: testTenant };

async function aStored(...causes: readonly string[]) {
  const database = aDatabase();
  const opened = await aStore({ database });
  await opened.store.transaction(async (tx) => {
    for (const [nth, confirmedCause] of causes.entries())
      await tx.cases.insert(
        aCase({
          id: `case-${String(nth)}`,
          state: 'closed',
          personId: `person-${String(nth)}`,
          confirmedCause,
        }),
      );
  });
  await opened.close();
  return database;
}

const asItIs = (database: ReturnType<typeof aDatabase>) =>
  openTestStore({ database, tenantId: testTenant, clock: () => 1_000, asItIs: true });

describe('a database that a command uses as it is', () => {
  test('is opened where it is of this schema', async () => {
    const opened = await asItIs(await aStored('clock-skew'));
    expect(await opened.store.look(({ cases }) => cases.find('case-0'))).toMatchObject({ id: 'case-0' });
    await opened.close();
  });

  test('is refused, and not migrated, where an older Monban has written it', async () => {
    const database = await leftBehind(10);
    await expect(asItIs(database)).rejects.toMatchObject({ code: 'database-older' });
    const [stored] = await rawly(database, 'select max(version) as version from schema_version');
    expect(stored).toEqual({ version: 10 });
  });

  test('is refused where a newer one has', async () => {
    const database = await aStored();
    const next = String(schemaVersion + 1);
    await rawly(database, `insert into schema_version (version, applied_at) values (${next}, 1)`, 'select 1');
    await expect(asItIs(database)).rejects.toMatchObject({ code: 'database-newer' });
  });

  test('is refused, and nothing is made, where there is nothing of Monban in it', async () => {
    const database = aDatabase();
    await expect(asItIs(database)).rejects.toMatchObject({ code: 'database-missing' });
    await expect(rawly(database, 'select * from cases')).rejects.toThrow('cases');
  });

  test('is not made where the file is missing', async () => {
    const named = await openNamedStore({ database: '/nowhere/monban.sqlite' }, tenant);
    expect(named).toEqual({ problem: 'There is no file /nowhere/monban.sqlite.' });
  });
});

describe('npm run learn', () => {
  const ours = knowledgeFolder(path.resolve(__dirname, '../..'));

  test('counts what closed cases confirmed, in a database that the settings or an option name', async () => {
    const named = addressText(await aStored('clock-skew', 'clock-skew', 'push-delivery'));
    const setting = named.startsWith('postgres') ? 'MONBAN_DATABASE_URL' : 'MONBAN_DATABASE_FILE';
    const counted = {
      lines: expect.arrayContaining([expect.stringMatching(/^clock-skew +2 +2/)]) as string[],
    };
    expect(await learnRun([], ours, { ...tenant, [setting]: named })).toEqual(counted);
    expect(await learnRun(['--database', named, '--tenant', testTenant], ours, {})).toEqual(counted);
  });
});
