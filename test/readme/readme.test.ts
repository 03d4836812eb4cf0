import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { remedyKinds } from '../../src/cases/remedyPlan';
import { remedyRoles } from '../../src/cases/remedyRoles';
import { remedyText } from '../../src/text/remedyText';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const readmes = ['README.md', 'README.ja.md'];

const permissions = z.object({ name: z.string() });
const permissionList = z.object({
  reading: z.array(permissions),
  remedies: z.record(z.string(), z.array(permissions)),
});
const packageFile = z.object({ scripts: z.record(z.string(), z.string()) });

/** What both languages must have in common: headings, tables, blocks of commands and pictures, in their order. */
function outline(markdown: string): readonly string[] {
  return markdown.split('\n').flatMap((line) => {
    const shape = /^(#+ |\| (?=---)|```|!\[|- )/u.exec(line)?.[1];
    return shape === undefined ? [] : [shape];
  });
}

describe('the two READMEs', () => {
  test('have the same outline', () => {
    expect(outline(read('README.ja.md'))).toEqual(outline(read('README.md')));
  });

  test.each(readmes)('%s names every permission of the one list', (file) => {
    const { reading, remedies } = permissionList.parse(JSON.parse(read('infra/graph-permissions.json')));
    const wanted = [...reading, ...Object.values(remedies).flat()].map(({ name }) => `\`${name}\``);
    const text = read(file);
    expect(wanted.filter((name) => !text.includes(name))).toEqual([]);
  });

  test.each(readmes)('%s has one row for each remedy, with the permissions of the one list', (file) => {
    const { remedies } = permissionList.parse(JSON.parse(read('infra/graph-permissions.json')));
    const words = remedyText[file === 'README.md' ? 'en' : 'ja'];
    const rows = remedyKinds.map((kind) => {
      const found = read(file)
        .split('\n')
        .filter((line) => line.startsWith('| ') && line.includes(`\`${kind}\``));
      const [name = '', , permissionCell = '', ...others] = (found[0] ?? '').split('|').slice(1, -1);
      return {
        kind,
        rows: found.length,
        named: name.includes(words[kind].name),
        permissions: [...permissionCell.matchAll(/`([^`]+)`/gu)].map(([, permission]) => permission),
        told: others.filter((cell) => cell.trim() !== '').length,
      };
    });
    const wanted = remedyKinds.map((kind) => {
      const names = (remedies[kind] ?? []).map(({ name }) => name);
      return { kind, rows: 1, named: true, permissions: names, told: 2 };
    });
    expect(rows).toEqual(wanted);
  });

  test.each(readmes)('%s names for each remedy the roles that the code tells an approver of', (file) => {
    const cells = remedyKinds.map((kind) => {
      const row = read(file)
        .split('\n')
        .find((line) => line.startsWith('| ') && line.includes(`\`${kind}\``));
      const cell = row?.split('|')[4] ?? '';
      return [kind, cell.match(/[A-Z][a-z]+(?: [A-Z][a-z]+)* Administrator/gu)] as const;
    });
    const wanted = remedyKinds.map((kind) => {
      const { ordinary, privileged } = remedyRoles[kind];
      return [kind, privileged === undefined ? [ordinary] : [ordinary, privileged]] as const;
    });
    expect(cells).toEqual(wanted);
  });

  test.each(readmes)('%s names only commands that there are', (file) => {
    const { scripts } = packageFile.parse(JSON.parse(read('package.json')));
    const named = [...read(file).matchAll(/npm run (?:-s )?([a-z:-]+)/gu)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(readmes)('%s shows only pictures that are there', (file) => {
    const shown = [...read(file).matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)].map(([, picture]) => picture ?? '');
    expect(() => shown.map((picture) => readFileSync(path.join(root, picture)))).not.toThrow();
  });
});

describe('.env.example', () => {
  test('explains every setting that Monban reads', () => {
    const source = read('src/config.ts') + read('src/ticketSettings.ts');
    const settings = [...source.matchAll(/^ {2}(MONBAN_[A-Z_]+):/gmu)].map(([, name]) => name ?? '');
    const explained = read('.env.example');
    expect(settings.filter((name) => !explained.includes(`\n${name}=`))).toEqual([]);
  });
});
