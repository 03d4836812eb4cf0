import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { knowledgeFolder, readKnowledge } from '../readKnowledge';
import { parseKnowledge } from '../triage/parseKnowledge';
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
const parsed = parseKnowledge(readKnowledge(projectRoot));
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
  writeFileSync(file, wordingModel(parsed.knowledge, openings));
  print(`${openings.length} openings learnt: ${path.relative('', file)}`);
}
