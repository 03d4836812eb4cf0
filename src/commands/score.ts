import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { openCases } from './openCases';
import { scoreReport } from './scoreReport';

stopWhenNobodyReads();
const opened = openCases(process.argv.slice(2));
if ('problem' in opened) fail(opened.problem);
else scoreReport(opened).forEach(print);
