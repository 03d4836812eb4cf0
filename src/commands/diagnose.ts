import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { openCases } from './openCases';
import { walkCase } from './walkCase';

stopWhenNobodyReads();
const opened = openCases(process.argv.slice(2));
if ('problem' in opened) fail(opened.problem);
else {
  for (const supportCase of opened.cases) {
    const { assessment, asked } = walkCase(opened.knowledge, supportCase);
    const causes = assessment.causes.map(({ cause }) => cause);
    print(JSON.stringify({ id: supportCase.id, causes, route: assessment.route, asked }));
  }
}
