import path from 'node:path';
import { readKnowledge } from '../readKnowledge';
import { parseKnowledge } from '../triage/parseKnowledge';
import { benchReport } from './benchReport';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { readOptions } from './readOptions';

const usage = 'npm run -s bench:triage -- [--walks 400] [--times 25]';

stopWhenNobodyReads();
const given = readOptions(
  process.argv.slice(2),
  { walks: { type: 'string', default: '400' }, times: { type: 'string', default: '25' } },
  usage,
);
const parsed = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
if ('problem' in given) fail(given.problem);
else if (!parsed.ok) fail('The knowledge is not usable: run npm run knowledge:check to see why');
else {
  const [walks, times] = [Number(given.values.walks), Number(given.values.times)];
  const whole = Number.isInteger(walks) && Number.isInteger(times) && walks > 0 && times > 0;
  if (whole) benchReport(parsed.knowledge, { walks, times }).forEach(print);
  else fail(`--walks and --times are whole numbers from 1. Usage: ${usage}`);
}
