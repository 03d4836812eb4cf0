import path from 'node:path';
import { knowledgeFolder } from '../readKnowledge';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { learnRun } from './learnRun';

stopWhenNobodyReads();
const ownFolder = path.relative('', knowledgeFolder(path.resolve(__dirname, '../..')));
void learnRun(process.argv.slice(2), ownFolder, process.env).then((outcome) => {
  if ('problem' in outcome) fail(outcome.problem);
  else outcome.lines.forEach(print);
});
