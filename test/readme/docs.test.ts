import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { readPermissionList } from '../../src/setup/permissionList';

const root = path.resolve(__dirname, '../..');
const docs = path.join(root, 'docs');
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
const read = (page: string) => readFileSync(path.join(docs, page), 'utf8');
const list = readPermissionList(root);
const packageFile = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = packageFile.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
const settings = readFileSync(path.join(root, '.env.example'), 'utf8');

describe('a page of docs/', () => {
  test.each(pages)('%s names only commands that there are', (page) => {
    const named = [...read(page).matchAll(/npm run (?:-s )?([a-z:-]+)/gu)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(pages)('%s links only to what is there', (page) => {
    const linked = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, to]) => to ?? '');
    const missing = linked.filter((to) => !existsSync(path.resolve(docs, path.dirname(page), to)));
    expect(missing).toEqual([]);
  });

  test.each(pages)('%s names only settings that there are', (page) => {
    const named = [...read(page).matchAll(/\bMONBAN_[A-Z_]+[A-Z]/gu)].map(([name]) => name);
    expect(named.filter((name) => !settings.includes(`\n${name}`))).toEqual([]);
  });

  test.each(pages)('%s names only files of ours that there are', (page) => {
    const named = [...read(page).matchAll(/`((?:src|test|infra|cards|scripts|docs)\/[\w./-]+)`/gu)].map(
      ([, name]) => name ?? '',
    );
    const placeholders = ['src/cases/planX.ts', 'infra/my.bicepparam'];
    expect(
      named.filter((name) => !placeholders.includes(name) && !existsSync(path.join(root, name))),
    ).toEqual([]);
  });
});

describe('the page of permissions', () => {
  const all = [
    ...list.reading.map((one) => ['reading', one] as const),
    ...Object.entries(list.remedies).flatMap(([kind, some]) => some.map((one) => [kind, one] as const)),
    ...list.notices.map((one) => ['notice-mail', one] as const),
  ];

  test('has each permission of the one list and no other, as scripts/write-permissions.mjs writes it', () => {
    const lines = read('permissions.md')
      .split('\n')
      .filter((line) => line.startsWith('- `'));
    expect(lines).toEqual(all.map(([what, { name, why }]) => `- \`${name}\` (${what}): ${why}`));
  });
});

describe('the page about operating', () => {
  test('says what to do at each alert', () => {
    const alerts = readFileSync(path.join(root, 'infra/modules/alerts.bicep'), 'utf8');
    const names = [...alerts.matchAll(/^ {4}name: '([a-z-]+)'$/gmu)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !read('operating.md').includes(`\`${name}\``))).toEqual([]);
  });
});
