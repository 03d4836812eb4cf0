import type { Language } from '../cases/language';
import { passTold } from '../text/requestTold';
import type { Card, CardTemplates } from './loadTemplates';
import { plainText } from './plainText';

export interface PassLink {
  readonly number: string;
  /** Untrusted text. */
  readonly personName: string;
  /** How long the page can be opened. */
  readonly minutes: number;
  readonly link: string;
  readonly language: Language;
  /** It goes to the person, who opens it with the words that they are told on the telephone. */
  readonly toPerson: boolean;
}

/** The card that leads to the page where a pass is shown once. The pass itself is on no card. */
export function passLinkCard(
  templates: CardTemplates,
  { number, personName, minutes, link, language, toPerson }: PassLink,
): { readonly card: Card; readonly summary: string } {
  const { open, ready, readyForPerson } = passTold[language];
  const told = toPerson
    ? readyForPerson({ number, minutes })
    : ready({ number, personName: plainText(personName, 80), minutes });
  return { card: templates.fill('request-pass-link', { lang: language, told, open, link }), summary: told };
}
