import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validate } from 'dockerfile-utils';
import { knowledgeFolder } from '../../src/readKnowledge';
import { policyInTheBox } from '../../src/policyInTheBox';

const root = path.resolve(__dirname, '../..');
const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const stages = dockerfile.split(/^FROM /mu).slice(1);
const last = stages.at(-1) ?? '';
/** What the image takes from the project, not from another stage. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, from = '']) =>
  from.split(' '),
);
const allowed = readFileSync(path.join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

describe('the Dockerfile', () => {
  test('is one that the linter has nothing to say about', () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
  });

  test('would be reported otherwise: the linter can fail', () => {
    expect(validate('FROM node\nCOPPY a b\n')).not.toEqual([]);
  });

  test('runs as nobody in particular, in an image without a shell', () => {
    expect(last).toMatch(/^gcr\.io\/distroless\//u);
    expect(last).toMatch(/^USER nonroot$/mu);
    expect(last).not.toMatch(/^RUN /mu);
  });

  test('has the Node that the project asks for in every stage', () => {
    const [wanted] = /\d+/u.exec(readFileSync(path.join(root, '.nvmrc'), 'utf8')) ?? [];
    const majors = stages.map((stage) => /node(?:js|:)(\d+)/u.exec(stage)?.[1]);
    expect(new Set(majors)).toEqual(new Set([wanted]));
  });

  test('copies only what there is, and what .dockerignore lets through', () => {
    expect(copied.filter((from) => !existsSync(path.join(root, from)))).toEqual([]);
    expect(
      copied.filter((from) => !allowed.some((one) => from === one || from.startsWith(`${one}/`))),
    ).toEqual([]);
  });

  test('has the files that Monban reads when it runs', () => {
    const needed = [knowledgeFolder(root), policyInTheBox(root)].map((file) => path.relative(root, file));
    expect(
      [...needed, 'cards', 'infra/graph-permissions.json'].filter((file) => !copied.includes(file)),
    ).toEqual([]);
  });

  test('lets no settings, no database and no history in', () => {
    expect(readFileSync(path.join(root, '.dockerignore'), 'utf8')).toMatch(/^\*$/mu);
    expect(allowed.filter((name) => /env|data|sqlite|git/u.test(name))).toEqual([]);
  });
});
