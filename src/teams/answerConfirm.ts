import { ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import { confirmLinkCard } from '../cards/confirmLinkCard';
import type { CardTemplates } from '../cards/loadTemplates';
import type { Language } from '../cases/language';
import { answerInvoke, isActionExecute, isAnswered } from './answerInvoke';
import type { Handled } from './handleDecision';

export interface ConfirmLinks {
  readonly templates: CardTemplates;
  /** Where the page of a link is. */
  readonly confirmLink: (token: string) => string;
}

/**
 * Says "confirm that it is you" with the link: on the pressed card, to the presser alone, or as a message where a
 * decision was typed or the button was answered already. The link decides nothing by itself.
 */
export async function answerConfirm(
  links: ConfirmLinks,
  context: TurnContext,
  wanted: NonNullable<Handled['confirm']>,
  language: Language,
): Promise<void> {
  const link = links.confirmLink(wanted.token);
  const { card, summary } = confirmLinkCard(links.templates, { ...wanted, link, language });
  if (isActionExecute(context.activity) && !isAnswered(context)) {
    await answerInvoke(context, { kind: 'card', card });
    return;
  }
  const attachments = [CardFactory.adaptiveCard(card)];
  await context.sendActivity({ type: ActivityTypes.Message, attachments, summary });
}
