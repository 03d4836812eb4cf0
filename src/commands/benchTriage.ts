import path from 'node:path';
import { readKnowledge } from '../readKnowledge';
import { parseKnowledge } from '../triage/parseKnowledge';
import { benchReport } from './benchReport';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { readOptions } from './readOptions';

const usage = 'npm run -s bench:triage -- [--walks 400]';
/** 25 times as large in causes x findings, and then 25 times in each. */
const copies = [5, 25];

stopWhenNobodyReads();
const given = readOptions(process.argv.slice(2), { walks: { type: 'string', default: '400' } }, usage);
const parsed = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
if ('problem' in given) fail(given.problem);
else if (!parsed.ok) fail('The knowledge is not usable: run npm run knowledge:check to see why');
else {
  const walks = Number(given.values.walks);
  if (Number.isInteger(walks) && walks > 0) benchReport(parsed.knowledge, { walks, copies }).forEach(print);
  else fail(`--walks is a whole number from 1. Usage: ${usage}`);
}
