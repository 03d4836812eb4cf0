import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const dashboard = readFileSync(path.join(root, 'infra/dashboard.json'), 'utf8');
const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(root, 'src', name), 'utf8'))
  .join('\n');
/** By the names under which Prometheus has them. */
const counted = [...sources.matchAll(/\bcount\('(monban\.[\w.]+)'/gu)].map(
  ([, name = '']) => `${name}_total`,
);
/** A unit in braces is a remark, and is not part of the name. */
const measured = [...sources.matchAll(/\bmeasure\('(monban\.[\w.]+)', '(s|\{\w+\})'/gu)].map(
  ([, name = '', unit]) => `${name}${unit === 's' ? '_seconds' : ''}_bucket`,
);
const watched = [...sources.matchAll(/\bwatchCount\('(monban\.[\w.]+)'/gu)].map(([, name = '']) => name);
const told = [...counted, ...measured, ...watched].map((name) => name.replaceAll('.', '_'));
const shown = [...dashboard.matchAll(/\bmonban_\w+/gu)].map(([name]) => name);

describe('the sample dashboard', () => {
  test('shows only what Monban tells', () => {
    expect(shown.filter((name) => !told.includes(name))).toEqual([]);
  });

  test('shows everything that Monban tells', () => {
    expect([...new Set(told)].filter((name) => !shown.includes(name))).toEqual([]);
  });
});
