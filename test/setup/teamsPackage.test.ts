import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod/v4';
import { readCommand } from '../../src/conversation/commands';
import { readCaseCommand } from '../../src/cases/caseCommand';
import { readRequestCommand } from '../../src/cases/decisionCommand';
import { teamsPackage } from '../../src/setup/teamsPackage';

const root = path.resolve(__dirname, '../..');
const schemas = path.join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
const facts = {
  botAppId: '5a4db0c1-0000-4000-8000-00000000b07a',
  publicUrl: 'https://monban.example.com/',
  developerName: 'IT',
  version: '0.1.0',
};
const files = unzipSync(teamsPackage(root, facts));
const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
const read = (name: string): unknown => JSON.parse(text(name));

const command = z.object({ title: z.string(), description: z.string() });
const manifestSchema = z.object({
  $schema: z.string(),
  bots: z.tuple([
    z.object({
      scopes: z.array(z.string()),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(command) })),
    }),
  ]),
  icons: z.record(z.string(), z.string()),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});
const manifest = manifestSchema.parse(read('manifest.json'));
const japanese = z.record(z.string(), z.string()).parse(read('ja.json'));

/** What Microsoft's own schema finds wrong; it comes with their package, so that nothing is fetched. */
function problems(schemaFile: string, json: unknown): readonly string[] {
  const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false, allErrors: true });
  addFormats(ajv);
  const schema: unknown = JSON.parse(readFileSync(path.join(schemas, schemaFile), 'utf8'));
  const validate = ajv.compile(z.looseObject({}).parse(schema));
  void validate(json);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe('the Teams app package', () => {
  test('has the manifest, its Japanese, both icons and nothing else', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'ja.json', 'manifest.json', 'outline.png']);
  });

  test('holds to the newest manifest schema that Microsoft has published in its package', () => {
    const newest = readdirSync(schemas)
      .filter((name) => /^v1\.\d+$/u.test(name))
      .sort((one, other) => Number(one.slice(3)) - Number(other.slice(3)))
      .at(-1);
    expect(manifest.$schema).toContain(`/${newest ?? ''}/`);
    expect(problems(`${newest ?? ''}/MicrosoftTeams.schema.json`, read('manifest.json'))).toEqual([]);
  });

  test('has Japanese that holds to the schema of translations', () => {
    expect(problems('v1.30/MicrosoftTeams.Localization.schema.json', japanese)).toEqual([]);
  });

  test('would be refused by that schema with a wrong bot id: the check can fail', () => {
    const wrong = text('manifest.json').replaceAll(facts.botAppId, 'monban');
    expect(problems('v1.30/MicrosoftTeams.schema.json', JSON.parse(wrong))).not.toEqual([]);
  });

  test('names only files that are in it', () => {
    const named = [
      ...Object.values(manifest.icons),
      ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
    ];
    expect(named.filter((name) => files[name] === undefined)).toEqual([]);
  });

  test('leaves no place unfilled', () => {
    expect(text('manifest.json')).not.toMatch(/\{\{|\}\}|undefined/u);
  });

  test('is the same, byte by byte, for the same settings', () => {
    expect(teamsPackage(root, facts)).toEqual(teamsPackage(root, facts));
  });

  test('takes a hostile name of the developer as text', () => {
    const hostile = teamsPackage(root, { ...facts, developerName: '", "bots": [] {{botAppId}}' });
    const read = manifestSchema.parse(
      JSON.parse(strFromU8(unzipSync(hostile)['manifest.json'] ?? new Uint8Array())),
    );
    expect(read.bots).toEqual(manifest.bots);
  });
});

/** Width and height as a PNG says them in its first chunk. */
function sizeOf(name: string): readonly number[] {
  const png = new DataView((files[name] ?? new Uint8Array()).slice().buffer);
  return [png.getUint32(16), png.getUint32(20)];
}

describe('an icon', () => {
  test.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s has the size that Teams wants', (name, size) => {
    expect(sizeOf(name)).toEqual([size, size]);
  });
});

describe('a command that Teams suggests', () => {
  const [bot] = manifest.bots;
  const lists = bot.commandLists.flatMap(({ scopes, commands }, list) =>
    commands.flatMap(({ title, description }, index) => {
      const key = `bots[0].commandLists[${String(list)}].commands[${String(index)}]`;
      const translated = {
        title: japanese[`${key}.title`] ?? '',
        description: japanese[`${key}.description`] ?? '',
      };
      return [
        { scopes, title, description },
        { scopes, ...translated },
      ];
    }),
  );
  const personal = lists.filter(({ scopes }) => scopes.includes('personal'));
  const team = lists.filter(({ scopes }) => scopes.includes('team'));

  test.each(personal)('is understood in a personal chat: $title', ({ title }) => {
    expect(readCommand(title)).toBeDefined();
  });

  const forApprovers = team.filter(({ description }) => /: |：/u.test(description));
  const forStaff = team.filter((one) => !forApprovers.includes(one));

  test.each(forStaff)('is understood in the channel: $title', ({ title }) => {
    expect(readCaseCommand(title)).toMatchObject({ kind: 'list' });
  });

  test.each(forApprovers)(
    'is explained by an example that is understood: $description',
    ({ title, description }) => {
      const example = description.split(/: |：/u)[1]?.replace(/（.*|, and .*/u, '') ?? '';
      expect(example.startsWith(title)).toBe(true);
      expect(readRequestCommand(`${example} told me in person`)).toMatchObject({
        reference: { number: 'R-7K2M' },
      });
    },
  );

  test('is there in every place where the bot is', () => {
    expect([...new Set(bot.commandLists.flatMap(({ scopes }) => scopes))].sort()).toEqual(
      [...bot.scopes].sort(),
    );
  });
});
