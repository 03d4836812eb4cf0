import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod/v4';
import { compiledYamlFile, readCompiledYaml, type Compiled } from '../src/compiledYaml';
import { compileYaml } from '../src/compileYaml';
import { policyInTheBox } from '../src/policyInTheBox';
import { knowledgeFolder, readKnowledge } from '../src/readKnowledge';
import { readPolicy } from '../src/readPolicy';
import { readyKnowledge } from '../src/readyKnowledge';
import { readyPolicy } from '../src/readyPolicy';
import { parseKnowledge } from '../src/triage/parseKnowledge';

const root = path.resolve(__dirname, '..');
const today = '2026-11-26';
const files = readKnowledge(root);
const policyFile = policyInTheBox(root);
const policyText = readFileSync(policyFile, 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'monban-compiled-'));
  mkdirSync(path.dirname(compiledYamlFile(folder)));
  compile([...files.map(({ text }) => text), policyText]);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What the build does with the texts, in a folder of the test's own. */
function compile(texts: readonly string[]): void {
  writeFileSync(compiledYamlFile(folder), JSON.stringify(compileYaml(texts)));
}

/** Counts how often the files themselves are parsed. */
function start(projectRoot: string, compiled: Compiled, day = today) {
  const parsed: string[] = [];
  const knowledge = readyKnowledge({
    projectRoot,
    compiled,
    today: day,
    parse: (...args) => {
      parsed.push('knowledge');
      return Promise.resolve(parseKnowledge(...args));
    },
  });
  return { knowledge, parsed };
}

describe('the knowledge that the build compiled', () => {
  test('is what the YAML files say, and they are not parsed again', async () => {
    const fromFiles = parseKnowledge(files, today);
    const { knowledge, parsed } = start(root, readCompiledYaml(folder));
    expect({ ok: true, knowledge: await knowledge }).toEqual(fromFiles);
    expect(parsed).toEqual([]);
  });

  test('is not needed: where nothing was compiled, the files are read', async () => {
    rmSync(compiledYamlFile(folder));
    const { knowledge, parsed } = start(root, readCompiledYaml(folder));
    expect({ ok: true, knowledge: await knowledge }).toEqual(parseKnowledge(files, today));
    expect(parsed).toEqual(['knowledge']);
  });

  test('is held against the schema: where it does not fit, the files are read', async () => {
    const compiled = readCompiledYaml(folder);
    const odd = files.find(({ name }) => name === 'tuning.yaml')?.text;
    const { knowledge, parsed } = start(root, (text) =>
      text === odd ? { tuning: { firstQuestion: 2 } } : compiled(text),
    );
    expect({ ok: true, knowledge: await knowledge }).toEqual(parseKnowledge(files, today));
    expect(parsed).toEqual(['knowledge']);
  });
});

describe('a knowledge file that was changed after the build', () => {
  const named = 'causes-app.yaml';

  beforeEach(() => {
    cpSync(knowledgeFolder(root), knowledgeFolder(folder), { recursive: true });
  });

  function change(from: string, to: string): void {
    const file = path.join(knowledgeFolder(folder), named);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  }

  test('counts as it is now', async () => {
    change('vpn_or_filtered_network: sometimes', 'vpn_or_filtered_network: often');
    const { knowledge } = start(folder, readCompiledYaml(folder));
    const now = await knowledge;
    expect({ ok: true, knowledge: now }).toEqual(parseKnowledge(readKnowledge(folder), today));
    expect({ ok: true, knowledge: now }).not.toEqual(parseKnowledge(files, today));
  });

  test('is refused with file and line where it is wrong', async () => {
    change('vpn_or_filtered_network: sometimes', 'vpm: sometimes');
    await expect(start(folder, readCompiledYaml(folder)).knowledge).rejects.toThrow(
      /causes-app\.yaml:\d+ cause push-delivery: unknown finding "vpm"/u,
    );
  });

  test('is refused with file and line where it was wrong at the build already', async () => {
    change('vpn_or_filtered_network: sometimes', 'vpn_or_filtered_network: [');
    compile(readKnowledge(folder).map(({ text }) => text));
    await expect(start(folder, readCompiledYaml(folder)).knowledge).rejects.toThrow(
      /causes-app\.yaml:\d+ not readable as YAML/u,
    );
  });

  test('is refused with its line once a source of it has run out', async () => {
    change('sources: [', 'sources: [{ at: learn.microsoft.com/somewhere, validTo: 2026-12-31 }, ');
    compile(readKnowledge(folder).map(({ text }) => text));
    const compiled = readCompiledYaml(folder);
    await expect(start(folder, compiled, '2026-12-31').knowledge).resolves.toBeDefined();
    await expect(start(folder, compiled, '2027-01-01').knowledge).rejects.toThrow(
      /causes-app\.yaml:(?!1 )\d+ .*2026-12-31/u,
    );
  });
});

describe('the policy that the build compiled', () => {
  const never = () => Promise.reject(new Error('the file was parsed again'));

  test('is what the file says, and is recorded by the text of the file', async () => {
    expect(await readyPolicy(policyFile, readCompiledYaml(folder), never)).toEqual(readPolicy(policyFile));
  });

  test.each([
    ['wrong', 'howMany: 1', 'howMany: 0'],
    ['too weak for an administrator', 'howMany: 2', 'howMany: 1'],
  ])('is refused with file and line where it is %s, compiled or not', async (_, from, to) => {
    const file = path.join(folder, 'own-policy.yaml');
    expect(policyText).toContain(from);
    const text = policyText.replaceAll(from, to);
    writeFileSync(file, text);
    compile([text]);
    expect(z.object({ remedies: z.unknown() }).safeParse(readCompiledYaml(folder)(text)).success).toBe(true);
    await expect(
      readyPolicy(file, readCompiledYaml(folder), (name) => Promise.resolve().then(() => readPolicy(name))),
    ).rejects.toThrow(/own-policy\.yaml:\d+ .*howMany/u);
  });
});
