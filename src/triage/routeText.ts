import type { Route } from './assessment';
import type { Knowledge, Language } from './knowledge';

/** Who has to do something now, in words. */
export function routeText(
  knowledge: Knowledge,
  route: Route,
  language: Language,
): { readonly name: string; readonly explanation: string } {
  const found = knowledge.routes.get(route);
  if (found === undefined) throw new Error(`no route is called ${route}`);
  return { name: found.name[language], explanation: found.explanation[language] };
}
