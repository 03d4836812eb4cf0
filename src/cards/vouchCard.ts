import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import { requestText } from '../text/requestText';
import type { Card, CardTemplates } from './loadTemplates';
import { plainLine, plainText } from './plainText';

/** The card that asks a person's manager whether it is really them. It says nothing about methods or the plan. */
export function vouchCard(
  templates: CardTemplates,
  request: Pick<RemedyRequest, 'number' | 'personName' | 'phrase'>,
  { language, token }: { readonly language: Language; readonly token: string },
): { readonly card: Card; readonly summary: string } {
  const text = requestText[language];
  const summary = text.vouchHeading(plainLine(request.personName, 80));
  const byCommand = text.vouchByCommand(request.number);
  const card = templates.fill('request-vouch', {
    lang: language,
    fallback: `${summary} ${byCommand}`,
    heading: text.vouchHeading(plainText(request.personName, 80)),
    ask: text.vouchAsk(plainText(request.personName, 80)),
    phraseNeeded: request.phrase !== undefined,
    phraseLabel: text.phraseLabel,
    vouch: text.vouch,
    vouchNot: text.vouchNot,
    token,
    byCommand,
  });
  return { card, summary };
}
