import path from 'node:path';
import { knowledgeFolder } from '../readKnowledge';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { knowledgeReport } from './knowledgeReport';
import { readOptions } from './readOptions';

stopWhenNobodyReads();
const given = readOptions(
  process.argv.slice(2),
  { folder: { type: 'string' } },
  'npm run knowledge:check -- [--folder PATH]',
);
if ('problem' in given) fail(given.problem);
else {
  const folder = given.values.folder ?? path.relative('', knowledgeFolder(path.resolve(__dirname, '../..')));
  const report = knowledgeReport(folder, new Date().toISOString().slice(0, 10));
  report.lines.forEach(print);
  if (!report.right) process.exitCode = 1;
}
