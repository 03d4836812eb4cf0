import type { Knowledge, Language } from './knowledge';

/** What a red flag means, in words for staff and the person. */
export function redFlagText(knowledge: Knowledge, id: string, language: Language): string {
  const found = knowledge.redFlags.find((flag) => flag.id === id);
  if (found === undefined) throw new Error(`no red flag is called ${id}`);
  return found.text[language];
}
