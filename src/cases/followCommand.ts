/** What is typed about a case that is followed to its end: `record C-7K2M`, `記録 C-7K2M`. */
export interface FollowCommand {
  readonly kind: 'record';
  readonly caseNumber: string;
}

const aboutCase = /^(?<verb>record|work record|記録|作業記録)\s+(?<number>C-[0-9A-Z]{4})$/iu;

/** Reads such a command, or gives undefined where the text is something else. It decides nothing. */
export function readFollowCommand(text: string): FollowCommand | undefined {
  if (text.length > 300) return undefined;
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[。.]+$/u, '');
  const { number } = aboutCase.exec(said)?.groups ?? {};
  return number === undefined ? undefined : { kind: 'record', caseNumber: number.toUpperCase() };
}
