import type { Knowledge, Language } from './knowledge';

/** What a cause is called and what it means for the person. */
export function causeText(
  knowledge: Knowledge,
  cause: string,
  language: Language,
): { readonly name: string; readonly explanation: string } {
  const found = knowledge.causes.find(({ id }) => id === cause);
  if (found === undefined) throw new Error(`no cause is called ${cause}`);
  return { name: found.name[language], explanation: found.explanation[language] };
}
