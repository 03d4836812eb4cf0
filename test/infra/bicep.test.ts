import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bicepFiles, bicepReader, type BicepFile, type ReadBicep } from './bicep';

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, 'infra');
const page = readFileSync(path.join(root, 'docs/infrastructure.md'), 'utf8');
const sources = bicepFiles(folder);
const names = sources.map(({ name }) => name);

let readBicep: ReadBicep;
let files: ReadonlyMap<string, BicepFile>;
beforeAll(async () => {
  readBicep = await bicepReader();
  files = new Map(sources.map(({ name, text }) => [name, readBicep(name, text)]));
});
const file = (name: string): BicepFile => {
  const found = files.get(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

describe('a Bicep file', () => {
  test.each(names)('%s is Bicep', (name) => {
    expect(file(name).syntaxErrors).toEqual([]);
  });

  test('that is none is told with its place: the check can fail', () => {
    expect(readBicep('x', "param a string\nresource b 'c@1' = {\n  name: \n}\n").syntaxErrors).not.toEqual(
      [],
    );
  });

  test.each(names)('%s uses every one of its parameters', (name) => {
    const { params, text } = file(name);
    const uses = (word: string) => [...text.matchAll(new RegExp(`\\b${word}\\b`, 'gu'))].length;
    expect(params.filter((param) => uses(param.name) < 2).map((param) => param.name)).toEqual([]);
  });

  test.each(names)('%s has resources of released versions, but where there is none yet', (name) => {
    const previews = file(name).resources.filter(({ version }) => version.includes('preview'));
    expect(
      previews.map(({ type }) => type).filter((type) => type !== 'Microsoft.Insights/diagnosticSettings'),
    ).toEqual([]);
  });

  test.each(names)('%s holds no secret and asks for none', (name) => {
    const { text, params, outputs } = file(name);
    const secretName = /password|secret$|key$|token/iu;
    const named = [...params.map((param) => param.name), ...outputs].filter((one) => secretName.test(one));
    expect(named).toEqual([]);
    expect(text).not.toMatch(/listKeys|listCredentials|administratorLoginPassword|AccountKey=|sharedKey/u);
  });
});

describe('main.bicep', () => {
  test('gives each module what it needs and nothing that it does not know', () => {
    const problems = file('main.bicep').modules.flatMap((call) => {
      const { params } = file(call.file);
      const missing = params.filter((param) => param.required && !call.params.includes(param.name));
      const surplus = call.params.filter((given) => !params.some((param) => param.name === given));
      return [
        ...missing.map((param) => `${call.file} wants ${param.name}`),
        ...surplus.map((given) => `${call.file} does not know ${given}`),
      ];
    });
    expect(problems).toEqual([]);
  });

  test('reads only outputs that there are', () => {
    const { modules, outputsRead } = file('main.bicep');
    const known = modules.flatMap(({ file: called }) =>
      file(called).outputs.map((output) => `${path.basename(called, '.bicep')}.${output}`),
    );
    expect(outputsRead.filter((read) => !known.includes(read))).toEqual([]);
    expect(known.filter((output) => !outputsRead.includes(output))).toEqual([]);
  });

  test('calls every module', () => {
    const called = file('main.bicep').modules.map((call) => call.file);
    expect(names.filter((name) => name !== 'main.bicep' && !called.includes(name))).toEqual([]);
  });

  test('has an example that sets every required parameter and none besides that is unknown', () => {
    const example = readFileSync(path.join(folder, 'main.bicepparam'), 'utf8');
    const set = [...example.matchAll(/^param (\w+) =/gmu)].map(([, name = '']) => name);
    const { params } = file('main.bicep');
    expect(params.filter((param) => param.required && !set.includes(param.name))).toEqual([]);
    expect(set.filter((name) => !params.some((param) => param.name === name))).toEqual([]);
  });
});

describe('what is built', () => {
  const theOne = (type: string): string => {
    const found = [...files.values()].flatMap(({ resources }) =>
      resources.filter((resource) => resource.type === type && !resource.existing),
    );
    expect(found).toHaveLength(1);
    return found[0]?.text ?? '';
  };

  test('is a bot of one tenant, without a password, with Teams as its only channel', () => {
    expect(theOne('Microsoft.BotService/botServices')).toContain("msaAppType: 'SingleTenant'");
    expect(theOne('Microsoft.BotService/botServices')).toContain('disableLocalAuth: true');
    expect(theOne('Microsoft.BotService/botServices/channels')).toContain("name: 'MsTeamsChannel'");
  });

  test('runs two instances at least, over https only, with the probes that the server answers', () => {
    const app = theOne('Microsoft.App/containerApps');
    expect(file('main.bicep').text).toMatch(/param minReplicas int = 2/u);
    expect(app).toContain('allowInsecure: false');
    const probes = [...app.matchAll(/type: '(\w+)'\n\s+httpGet: \{\n\s+path: '([^']+)'/gu)];
    expect(probes.map(([, kind, at]) => [kind, at])).toEqual([
      ['Startup', '/healthz'],
      ['Liveness', '/healthz'],
      ['Readiness', '/readyz'],
    ]);
  });

  test('is given only settings that Monban knows', () => {
    const known = readFileSync(path.join(root, '.env.example'), 'utf8');
    const given = [...file('modules/app.bicep').text.matchAll(/name: '(MONBAN_[A-Z_]+)'/gu)].map(
      ([, name = '']) => name,
    );
    expect(given.filter((name) => !known.includes(`\n${name}=`))).toEqual([]);
    expect(given).toContain('MONBAN_DATABASE_URL');
  });

  test('keeps the database off the internet and without passwords', () => {
    const server = theOne('Microsoft.DBforPostgreSQL/flexibleServers');
    expect(server).toContain("passwordAuth: 'Disabled'");
    expect(server).toContain("publicNetworkAccess: 'Disabled'");
  });

  test('has a vault that forgets nothing and opens by role only', () => {
    const vault = theOne('Microsoft.KeyVault/vaults');
    expect(vault).toContain('enablePurgeProtection: true');
    expect(vault).toContain('enableRbacAuthorization: true');
  });
});

describe('the page about it', () => {
  test('explains every resource', () => {
    const types = [...files.values()].flatMap(({ resources }) => resources.map(({ type }) => type));
    expect([...new Set(types)].filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
  });

  test('explains every setting', () => {
    const settings = file('main.bicep').params.map(({ name }) => name);
    expect(settings.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
