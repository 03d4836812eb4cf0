import type { Language } from '../cases/language';
import { requestText } from '../text/requestText';
import type { Card, CardTemplates } from './loadTemplates';

/** The button that goes with what the person concerned is told: whoever presses it stops everything about themselves. */
export function notMeCard(templates: CardTemplates, language: Language): Card {
  const { notMe, notMeByCommand } = requestText[language];
  return templates.fill('request-not-me', { lang: language, fallback: notMeByCommand, notMe });
}
