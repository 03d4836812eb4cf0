import type { GradedCase } from './figures';

/** A case that went wrong, told so that one sees where: what was said, read, asked, ranked, and what was right. */
export function wrongCase({ supportCase, walked, first, firstThree, route }: GradedCase): readonly string[] {
  const { causes, route: taken } = walked.assessment;
  const marks = [first ? '' : firstThree ? 'first' : 'first three', route ? '' : 'route'].filter(
    (mark) => mark !== '',
  );
  const ranked = causes.slice(0, 3).map(({ cause, probability }) => `${cause} ${probability.toFixed(2)}`);
  const read = walked.read.map(({ finding, values }) => `${finding}=${values.join('+')}`);
  const asked = walked.asked.map((finding) => `${finding}=${String(supportCase.facts[finding] ?? '?')}`);
  return [
    '',
    `${supportCase.id}: ${marks.join(', ')}`,
    `  said   ${supportCase.opening.replaceAll('\n', ' ')}`,
    `  right  ${(supportCase.causes ?? []).join(', ')} / ${(supportCase.routes ?? []).join(', ')}`,
    `  ranked ${ranked.join(', ')} / ${taken}`,
    `  read   ${read.join(', ')}`,
    `  asked  ${asked.join(', ')}`,
  ];
}
