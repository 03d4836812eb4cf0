import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod/v4';

const root = path.resolve(__dirname, '../..');
const dist = path.join(root, 'dist');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'monban-bundle-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ended = z.object({ stdout: z.string(), stderr: z.string(), code: z.number().default(0) });

/** Runs a program to its end, whatever that is. */
async function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = promisify(execFile)(process.execPath, [file, ...args], { env, cwd: root });
  return ended.parse(await child.catch((thrown: unknown) => thrown));
}

describe('the entry', () => {
  const at = {
    build: new Date('2026-01-02'),
    earlier: new Date('2026-01-01'),
    later: new Date('2026-01-03'),
  };

  /** Programs of one line stand in for Monban. */
  async function started(bundleMade: Date | undefined): Promise<string> {
    for (const name of ['start.js', 'namesTenant.js'])
      copyFileSync(path.join(dist, name), path.join(folder, name));
    const files = [
      ['.tsbuildinfo', '{}', at.build],
      ['runMonban.js', "console.log('the compiled files')", at.build],
      ...(bundleMade === undefined ? [] : [['bundle.js', "console.log('the bundle')", bundleMade] as const]),
    ] as const;
    for (const [name, text, made] of files) {
      writeFileSync(path.join(folder, name), text);
      utimesSync(path.join(folder, name), made, made);
    }
    return (await run(path.join(folder, 'start.js'), [], { NODE_ENV: 'production' })).stdout.trim();
  }

  test.each([
    ['made after the compiled files: the bundle', at.later, 'the bundle'],
    ['made before they were compiled again: the compiled files', at.earlier, 'the compiled files'],
    ['never made: the compiled files', undefined, 'the compiled files'],
  ])('runs, where a bundle was %s', async (_, made, expected) => {
    expect(await started(made)).toBe(expected);
  });

  test('keeps what Node compiles of the bundle beside it', async () => {
    await started(at.later);
    expect(readdirSync(path.join(folder, '.compile-cache'))).not.toEqual([]);
  });

  test('runs the bundle just so where nothing can be kept', async () => {
    writeFileSync(path.join(folder, '.compile-cache'), 'a file where the folder would be');
    expect(await started(at.later)).toBe('the bundle');
  });
});

describe('Monban from the bundle', () => {
  test('refuses a wrong policy with file and line, and its log names the line of the source', async () => {
    const policy = path.join(folder, 'own-policy.yaml');
    writeFileSync(policy, 'confirmation:\n  withinSeconds: 5\n');
    const { code, stderr, stdout } = await run(path.join(dist, 'bundle.js'), [], {
      NODE_OPTIONS: '--enable-source-maps',
      MONBAN_TENANT_ID: '11111111-1111-4111-8111-111111111111',
      MONBAN_BOT_APP_ID: '22222222-2222-4222-8222-222222222222',
      MONBAN_CLIENT_SECRET: 'not-a-secret',
      MONBAN_PUBLIC_URL: 'https://monban.example',
      MONBAN_POLICY_FILE: policy,
    });
    expect(stderr).toMatch(/own-policy\.yaml:2 confirmation > withinSeconds/u);
    expect(stdout).toMatch(/src\/readPolicy\.ts:\d+:\d+/u);
    expect(code).toBe(1);
  });

  test('loads what only prompts need when a prompt needs it, and then it works', async () => {
    const entry = path.join(folder, 'entry.js');
    const outfile = path.join(folder, 'out.js');
    writeFileSync(
      entry,
      `const { recognizeChoices } = require(${JSON.stringify(path.join(root, 'node_modules/botbuilder-dialogs'))});
       const loaded = () => Object.keys(require.cache).some((file) => file.includes('recognizers-text-number'));
       const before = loaded();
       const [first] = recognizeChoices('the second', ['red', 'green']);
       console.log(JSON.stringify([before, first.resolution.value, loaded()]));`,
    );
    const bundled = await run(path.join(root, 'scripts/bundle.mjs'), [entry, outfile], {});
    expect(bundled).toEqual({ stdout: '', stderr: '', code: 0 });
    const { stdout } = await run(outfile, [], { NODE_PATH: path.join(root, 'node_modules') });
    expect(JSON.parse(stdout)).toEqual([false, 'green', true]);
  });
});
