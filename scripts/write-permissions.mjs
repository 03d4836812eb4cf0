// Writes the table of docs/permissions.md from the one list: node scripts/write-permissions.mjs. A test holds it there.
import { readFile, writeFile } from 'node:fs/promises';
import { URL } from 'node:url';

const root = new URL('../', import.meta.url);
const page = new URL('docs/permissions.md', root);
const list = JSON.parse(await readFile(new URL('infra/graph-permissions.json', root), 'utf8'));
const row = (capability, { name, why }) => `- \`${name}\` (${capability}): ${why}`;
const rows = [
  ...list.reading.map((permission) => row('reading', permission)),
  ...Object.entries(list.remedies).flatMap(([kind, permissions]) =>
    permissions.map((permission) => row(kind, permission)),
  ),
  ...list.notices.map((permission) => row('notice-mail', permission)),
];
const text = await readFile(page, 'utf8');
const between = /(<!-- permissions -->\n)[^]*(<!-- \/permissions -->)/u;
await writeFile(
  page,
  text.replace(between, (_all, start, end) => `${start}\n${rows.join('\n')}\n\n${end}`),
);
