import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { learnRun } from '../../src/commands/learnRun';
import { knowledgeFolder, readKnowledgeFolder } from '../../src/readKnowledge';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { aFile } from '../storage/aFile';
import { aCase, aStore, testTenant } from '../storage/stored';

const settings = { MONBAN_TENANT_ID: testTenant };
const ours = knowledgeFolder(path.resolve(__dirname, '../..'));
/** A knowledge whose priors the test knows, whatever ours come to be. */
const known = { 'push-delivery': 'regular', 'clock-skew': 'uncommon', 'device-lost': 'common' };

function aFolder(): string {
  const folder = path.join(path.dirname(aFile()), 'knowledge');
  cpSync(ours, folder, { recursive: true });
  for (const [cause, prior] of Object.entries(known)) {
    edit(folder, new RegExp(`(?<=\\n  ${cause}:\\n    prior: )[a-z]+`), prior);
  }
  return folder;
}

function edit(folder: string, from: RegExp, to: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  }
}

/** A database in which so many different people confirmed each cause. */
async function aDatabase(counts: Readonly<Record<string, number>>): Promise<string> {
  const file = aFile();
  const opened = await aStore({ database: { file } });
  await opened.store.transaction(async (tx) => {
    for (const [cause, count] of Object.entries(counts)) {
      for (let person = 0; person < count; person++) {
        const id = `${cause}-${person}`;
        await tx.cases.insert(
          aCase({ id, state: 'closed', personId: `person-${person}`, confirmedCause: cause }),
        );
      }
    }
  });
  await opened.close();
  return file;
}

function run(database: string, folder: string, ...more: string[]) {
  return learnRun(['--database', database, '--folder', folder, ...more], ours, settings);
}

function linesOf(outcome: Awaited<ReturnType<typeof run>>): string {
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome.lines.join('\n');
}

function priorOf(folder: string, cause: string): string | undefined {
  const parsed = parseKnowledge(readKnowledgeFolder(folder));
  return parsed.ok ? parsed.knowledge.causes.find(({ id }) => id === cause)?.prior : undefined;
}

const many = { 'push-delivery': 60, 'stale-browser-session': 20 };

describe('what closed cases say about the priors', () => {
  test('is a table with the cause that most people confirmed first', async () => {
    const lines = linesOf(await run(await aDatabase(many), aFolder())).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^cause +cases +people +share +expected +prior +counts suggest$/),
      expect.stringMatching(/^push-delivery +60 +60 +75\.0 % +\d+\.\d +regular +common +<-$/),
    ]);
  });

  test('is told in a sentence as well', async () => {
    const text = linesOf(await run(await aDatabase(many), aFolder()));
    expect(text).toContain(
      '80 closed cases confirmed a cause. They suggest: push-delivery regular -> common',
    );
  });

  test('is nothing where there are few cases', async () => {
    const text = linesOf(await run(await aDatabase({ 'push-delivery': 9 }), aFolder()));
    expect(text).toContain('9 closed cases confirmed a cause. That is no reason to change a prior.');
  });

  test('is nothing about a cause that an admin has to end', async () => {
    const text = linesOf(await run(await aDatabase({ ...many, 'device-lost': 90 }), aFolder()));
    expect(text).toMatch(/^device-lost +90 +90 +- +- +common +-$/m);
  });

  test('names what was confirmed and is not in the knowledge', async () => {
    const text = linesOf(await run(await aDatabase({ 'gone-cause': 2 }), aFolder()));
    expect(text).toContain('Confirmed by 2, but not in the knowledge: gone-cause');
  });

  test('names nobody', async () => {
    expect(linesOf(await run(await aDatabase(many), aFolder()))).not.toContain('person-');
  });

  test('changes nothing by itself', async () => {
    const folder = aFolder();
    const before = readKnowledgeFolder(folder);
    await run(await aDatabase(many), folder);
    expect(readKnowledgeFolder(folder)).toEqual(before);
  });

  test('is only what was closed since a date, where one is given', async () => {
    const text = linesOf(await run(await aDatabase(many), aFolder(), '--since', '2026-12-01'));
    expect(text).toContain('0 closed cases confirmed a cause');
  });
});

describe('a suggestion that is accepted', () => {
  test('changes one word of one line and nothing else', async () => {
    const folder = aFolder();
    const before = readKnowledgeFolder(folder);
    const said = linesOf(await run(await aDatabase(many), folder, '--accept', 'push-delivery'));
    const after = readKnowledgeFolder(folder);
    const changed = after.flatMap(({ name, text }, index) => {
      const was = before[index]?.text.split('\n') ?? [];
      return text.split('\n').flatMap((line, at) => (line === was[at] ? [] : [`${name}:${at + 1}${line}`]));
    });
    const [place] = said.split('  ');
    expect(changed.map((one) => path.join(folder, one))).toEqual([`${place ?? ''}    prior: common`]);
  });

  test('may be several at once', async () => {
    const folder = aFolder();
    const database = await aDatabase({ 'push-delivery': 60, 'clock-skew': 60 });
    await run(database, folder, '--accept', 'push-delivery', '--accept', 'clock-skew');
    expect([priorOf(folder, 'push-delivery'), priorOf(folder, 'clock-skew')]).toEqual(['common', 'regular']);
  });

  test('keeps a comment on its line', async () => {
    const folder = aFolder();
    edit(folder, /(?<=\n {2}push-delivery:\n {4}prior:) regular/, '   "regular" # since the pilot');
    await run(await aDatabase(many), folder, '--accept', 'push-delivery');
    const text = readFileSync(path.join(folder, 'causes-app.yaml'), 'utf8');
    expect(text).toContain('  push-delivery:\n    prior:   common # since the pilot\n');
  });
});

describe('nothing is written', () => {
  test.each([
    ['for a cause that is unknown', 'flat-tyre', 'flat-tyre is no cause of the knowledge'],
    ['for a cause whose counts suggest no change', 'stale-browser-session', 'the counts suggest no change'],
    ['for a cause that is not compared', 'device-lost', 'the counts cannot say how common it is'],
  ])('%s, nor for one named beside it', async (_, cause, why) => {
    const folder = aFolder();
    edit(folder, /(?<=\n {2}stale-browser-session:\n {4}prior: )[a-z]+/, 'common');
    const outcome = await run(await aDatabase(many), folder, '--accept', 'push-delivery', '--accept', cause);
    expect(outcome).toEqual({ problem: expect.stringContaining(why) as string });
    expect(priorOf(folder, 'push-delivery')).toBe('regular');
  });

  test('where another cause shares the prior', async () => {
    const folder = aFolder();
    edit(folder, /(?<=\n {2}push-delivery:\n {4}prior: )regular/, '&shared regular');
    edit(folder, /(?<=\n {2}notifications-blocked:\n {4}prior: )[a-z]+/, '*shared');
    const outcome = await run(await aDatabase(many), folder, '--accept', 'push-delivery');
    expect(outcome).toEqual({
      problem:
        'Nothing was changed: notifications-blocked would become common as well: the files share that prior',
    });
  });

  test('into knowledge that is not usable', async () => {
    const folder = aFolder();
    edit(folder, /phone_online: always/, 'phone_onlin: always');
    expect(await run(await aDatabase(many), folder, '--accept', 'push-delivery')).toEqual({
      problem: expect.stringContaining('run npm run knowledge:check') as string,
    });
  });
});

describe('learning is refused', () => {
  const folder = aFolder();

  test.each([
    ['without a database', [], 'Which database?'],
    ['for a database that is missing', ['--database', '/nowhere/monban.sqlite'], 'There is no file'],
    ['for a database that is a folder', ['--database', folder], 'it is a folder'],
    ['for a date that is none', ['--database', 'x', '--since', '2026-02-30'], '--since is a date'],
    ['for an option that nobody knows', ['--databse', 'x'], 'Usage'],
    ['for a folder that is missing', ['--database', 'x', '--folder', '/nowhere'], 'cannot be read'],
  ])('%s', async (_, args, why) => {
    expect(await learnRun(args, folder, settings)).toEqual({
      problem: expect.stringContaining(why) as string,
    });
  });

  test('for a database of a newer Monban', async () => {
    const file = await aDatabase({});
    const database = new DatabaseSync(file);
    database.exec('insert into schema_version (version, applied_at) values (99, 1)');
    database.close();
    expect(await run(file, folder)).toEqual({
      problem: expect.stringContaining('newer version of Monban') as string,
    });
  });
});
