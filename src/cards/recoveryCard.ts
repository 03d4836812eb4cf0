import type { Language } from '../cases/language';
import { recoveryText } from '../text/recoveryText';
import { requestText } from '../text/requestText';
import type { Card, CardTemplates } from './loadTemplates';

/** The buttons that go with the steps after a remedy: have it looked at now, or say that it was not you. */
export function recoveryCard(templates: CardTemplates, language: Language): Card {
  const { look, lookByCommand } = recoveryText[language];
  const { notMe, notMeByCommand } = requestText[language];
  return templates.fill('recovery', {
    lang: language,
    fallback: `${lookByCommand} ${notMeByCommand}`,
    look,
    notMe,
  });
}
