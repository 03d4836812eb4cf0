/**
 * Openings of our own, with the open halves of the blind sets, in `test/triage`. What measures how well wording is
 * read - the robustness set, the held halves, real cases - is never learnt from.
 */
export const wordingSources = [
  'openings/english.json',
  'openings/japanese.json',
  'sets/english-open.json',
  'sets/japanese-open.json',
  'sets/threads-english-open.json',
  'sets/threads-japanese-open.json',
] as const;
