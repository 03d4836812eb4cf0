import { openCases } from './openCases';
import { figuresOf, gradeCase, type GradedCase } from './figures';
import { walkCase } from './walkCase';

const opened = openCases(process.argv.slice(2));
if ('problem' in opened) {
  process.stderr.write(`${opened.problem}\n`);
  process.exitCode = 1;
} else {
  const { knowledge, cases, wrongOnes } = opened;
  const graded = cases.map((supportCase) => gradeCase(supportCase, walkCase(knowledge, supportCase)));
  for (const lang of ['ja', 'en'])
    print(
      lang,
      graded.filter((one) => one.supportCase.lang === lang),
    );
  print('all', graded);
  if (wrongOnes) for (const one of graded.filter(({ first, route }) => !first || !route)) printWrong(one);
}

function print(name: string, graded: readonly GradedCase[]): void {
  if (graded.length === 0) return;
  const { cases, first, firstThree, route, meanAsked, asked95, wrongResets } = figuresOf(graded);
  const share = (value: number) => value.toFixed(3);
  process.stdout.write(
    `${name.padEnd(4)} cases ${cases}  top-1 ${share(first)}  top-3 ${share(firstThree)}  route ${share(route)}  ` +
      `questions mean ${meanAsked.toFixed(2)} p95 ${asked95}  wrong resets ${wrongResets}\n`,
  );
}

function printWrong({ supportCase, walked, first, firstThree, route }: GradedCase): void {
  const { causes, route: taken } = walked.assessment;
  const marks = [first ? '' : firstThree ? 'first' : 'first three', route ? '' : 'route'].filter(
    (mark) => mark !== '',
  );
  const ranked = causes.slice(0, 3).map(({ cause, probability }) => `${cause} ${probability.toFixed(2)}`);
  const read = walked.read.map(({ finding, values }) => `${finding}=${values.join('+')}`);
  process.stdout.write(
    `\n${supportCase.id}: ${marks.join(', ')}\n  said   ${supportCase.opening.replaceAll('\n', ' ')}\n  right  ${(supportCase.causes ?? []).join(', ')} / ${(supportCase.routes ?? []).join(', ')}\n` +
      `  ranked ${ranked.join(', ')} / ${taken}\n  read   ${read.join(', ')}\n` +
      `  asked  ${walked.asked.map((finding) => `${finding}=${String(supportCase.facts[finding] ?? '?')}`).join(', ')}\n`,
  );
}
