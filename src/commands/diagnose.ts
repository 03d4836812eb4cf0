import { openCases } from './openCases';
import { walkCase } from './walkCase';

const opened = openCases(process.argv.slice(2));
if ('problem' in opened) {
  process.stderr.write(`${opened.problem}\n`);
  process.exitCode = 1;
} else {
  for (const supportCase of opened.cases) {
    const { assessment, asked } = walkCase(opened.knowledge, supportCase);
    const causes = assessment.causes.map(({ cause }) => cause);
    process.stdout.write(
      `${JSON.stringify({ id: supportCase.id, causes, route: assessment.route, asked })}\n`,
    );
  }
}
