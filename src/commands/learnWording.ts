import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { knowledgeFolder, readKnowledge } from '../readKnowledge';
import { readSource } from '../triage/knowledgeSource';
import { parseKnowledge } from '../triage/parseKnowledge';
import { wordingDigest } from './wordingDigest';
import { readCaseFile } from './caseFile';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { readOptions } from './readOptions';
import { wordingModel } from './wordingModel';
import { wordingSources } from './wordingSources';

/** From `src/commands` and `dist/commands` alike. */
const projectRoot = path.resolve(__dirname, '../..');

stopWhenNobodyReads();
const given = readOptions(
  process.argv.slice(2),
  { out: { type: 'string' } },
  'npm run learn-wording -- [--out FILE]',
);
/** What was learnt before says nothing here, even where it no longer fits the rest. */
const files = readKnowledge(projectRoot).filter(({ name }) => name !== 'wording.yaml');
const parsed = parseKnowledge(files);
const read = wordingSources.map((name) => readCaseFile(path.join(projectRoot, 'test', 'triage', name)));
const problems = [
  ...('problem' in given ? [given.problem] : []),
  ...(parsed.ok ? [] : ['the knowledge is not right: npm run knowledge:check']),
  ...read.flatMap((one) => ('problem' in one ? [one.problem] : [])),
];
if ('problem' in given || !parsed.ok || problems.length > 0) fail(problems.join('\n'));
else {
  const openings = read.flatMap((one) => ('cases' in one ? one.cases : []));
  const file = given.values.out ?? path.join(knowledgeFolder(projectRoot), 'wording.yaml');
  const contents = files.map(readSource).flatMap((one) => ('source' in one ? [one.source.content] : []));
  writeFileSync(file, wordingModel(parsed.knowledge, openings, wordingDigest(contents)));
  print(`${openings.length} openings learnt: ${path.relative('', file)}`);
}
