import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';

const root = path.resolve(__dirname, '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const { allowScripts, dependencies } = z
  .looseObject({
    dependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(read('package.json'));
const { packages } = z
  .looseObject({
    packages: z.record(z.string(), z.looseObject({ hasInstallScript: z.boolean().optional() })),
  })
  .parse(read('package-lock.json'));

describe('what is installed', () => {
  test('is one version of each package: a range would give another on another Node', () => {
    const ranges = Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version));
    expect(ranges).toEqual([]);
  });

  test('has an install script only where it was decided about, and of the product none is run', () => {
    const scripted = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([folder]) => folder.replace(/^.*node_modules\//u, ''));
    expect(scripted.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
    const run = Object.entries(allowScripts).filter(([, allowed]) => allowed);
    expect(run.map(([name]) => name).filter((name) => name in dependencies)).toEqual([]);
  });
});
