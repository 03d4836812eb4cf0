import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import { confirmText } from '../text/confirmText';
import { remedyText } from '../text/remedyText';
import { requestText } from '../text/requestText';
import type { Card, CardTemplates } from './loadTemplates';
import { plainLine, plainText } from './plainText';

/** The card that leads to the page where somebody confirms by signing in. The link alone decides nothing. */
export function confirmLinkCard(
  templates: CardTemplates,
  shown: {
    readonly request: Pick<RemedyRequest, 'number' | 'personName' | 'remedy' | 'digest'>;
    readonly why: 'approve' | 'deny' | 'prove' | 'lost' | 'lostHalfway';
    readonly link: string;
    readonly language: Language;
  },
): { readonly card: Card; readonly summary: string } {
  const { language, link, request, why } = shown;
  const text = confirmText[language];
  const labels = requestText[language];
  const told = text.told[why](request.number, plainLine(request.personName, 80));
  const card = templates.fill('request-confirm', {
    lang: language,
    heading: text.heading,
    told,
    facts: [
      { title: labels.person, value: plainText(request.personName) },
      { title: labels.remedyLabel, value: remedyText[language][request.remedy].name },
      { title: labels.digest, value: request.digest.slice(0, 8) },
    ],
    open: text.open,
    link,
  });
  return { card, summary: told };
}
