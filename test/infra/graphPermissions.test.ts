import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { remedyKinds } from '../../src/cases/remedyPlan';
import { applicationPermissions } from '../graph/contract';

const permission = z.strictObject({
  name: z.string(),
  id: z.guid(),
  delegatedId: z.guid(),
  why: z.string().min(10),
  calls: z
    .array(z.strictObject({ call: z.string(), notTheLeastBecause: z.string().min(10).optional() }))
    .min(1),
});
const listSchema = z.strictObject({
  resource: z.strictObject({ name: z.literal('Microsoft Graph'), appId: z.guid() }),
  reading: z.array(permission).min(1),
  remedies: z.record(z.string(), z.array(permission).min(1)),
  notices: z.array(permission).min(1),
});

const root = path.join(__dirname, '..', '..');
const list = listSchema.parse(
  JSON.parse(readFileSync(path.join(root, 'infra', 'graph-permissions.json'), 'utf8')),
);
const permissions = [...list.reading, ...Object.values(list.remedies).flat(), ...list.notices];
const listed = permissions.flatMap(({ name, calls }) => calls.map((entry) => ({ name, ...entry })));

/** What a call's file says in its first line. */
const firstLine = /^\/\/ ((?:GET|POST|PATCH|DELETE) \/\S*) · application (\S+(?:, \S+)*)$/;
const callFiles = readdirSync(path.join(root, 'src', 'graph'))
  .map((name) => ({ name, text: readFileSync(path.join(root, 'src', 'graph', name), 'utf8') }))
  .filter(({ text }) =>
    /(?:client|\))\s*\.api\((?:graphPath|'|path)|[^.]batch(?:Read|List)\(\s*'/.test(text),
  );
const declared = callFiles.flatMap(({ name, text }) => {
  const [, call = '', names = ''] = firstLine.exec(text.split('\n', 1)[0] ?? '') ?? [];
  return names.split(', ').map((permissionName) => ({ file: name, call, name: permissionName }));
});
const pairs = (entries: readonly { call: string; name: string }[]): readonly string[] =>
  [...new Set(entries.map(({ call, name }) => `${name}: ${call}`))].sort();

describe('a file that calls Graph', () => {
  test.each(callFiles.map(({ name, text }) => [name, text.split('\n', 1)[0] ?? '']))(
    'says so in its first line: %s',
    (_name, line) => {
      expect(line).toMatch(firstLine);
    },
  );
});

describe('the list of permissions', () => {
  test('has exactly the calls and permissions that the files declare', () => {
    expect(pairs(listed)).toEqual(pairs(declared));
  });

  test.each(listed)(
    'asks for the least, or says why not: $name for $call',
    ({ name, call, notTheLeastBecause }) => {
      const { least, other } = applicationPermissions(call);
      expect([...least, ...other]).toContain(name);
      expect(least.includes(name)).toBe(notTheLeastBecause === undefined);
    },
  );

  test('knows each permission by one pair of ids', () => {
    const ids = new Set(permissions.map(({ name, id, delegatedId }) => `${name} ${id} ${delegatedId}`));
    const names = new Set(permissions.map(({ name }) => name));
    const guids = new Set(permissions.flatMap(({ id, delegatedId }) => [id, delegatedId]));
    expect({ pairs: ids.size, guids: guids.size }).toEqual({ pairs: names.size, guids: names.size * 2 });
  });

  test.each(Object.entries(list.remedies))('holds each permission of %s once', (_remedy, needed) => {
    expect(new Set(needed.map(({ name }) => name)).size).toBe(needed.length);
  });

  test('gives reading no permission to write', () => {
    expect(list.reading.map(({ name }) => name).filter((name) => !name.includes('.Read.'))).toEqual([]);
  });

  test('has every remedy, and no other', () => {
    expect(Object.keys(list.remedies).sort()).toEqual([...remedyKinds].sort());
  });
});
