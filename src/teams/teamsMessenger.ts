import { ActivityTypes, CardFactory, type Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { Fault } from '../faults';
import type { ConversationAddress, MessageContent, Messenger, PostedMessage } from '../ports/messenger';

/**
 * Writes into Teams by stored addresses. `connectorFor` refuses service URLs that are not allowed and turns what the
 * connector answers into Faults. Nothing is repeated here: a repeated POST may appear twice.
 */
export function createTeamsMessenger(deps: {
  connectorFor: (serviceUrl: string) => Promise<ConnectorClient>;
}): Messenger {
  async function post(address: ConversationAddress, content: MessageContent): Promise<PostedMessage> {
    const connector = await deps.connectorFor(address.serviceUrl);
    const posted = await connector.conversations.sendToConversation(
      address.conversationId,
      activityOf(content),
    );
    if (!posted.id) throw new Fault('teams-rejected', 'the Teams connector gave no id for a message');
    return { address, activityId: posted.id };
  }

  async function edit(message: PostedMessage, content: MessageContent): Promise<void> {
    const connector = await deps.connectorFor(message.address.serviceUrl);
    const { address, activityId } = message;
    const changed = { ...activityOf(content), id: activityId };
    await connector.conversations.updateActivity(address.conversationId, activityId, changed);
  }

  return { post, edit };
}

function activityOf(content: MessageContent): Partial<Activity> {
  const common = {
    type: ActivityTypes.Message,
    ...(content.language ? { locale: locales[content.language] } : {}),
  };
  // Plain: names and reasons in a text are other people's words and must not become links or markup (SECURITY S16).
  if (content.kind === 'text') {
    const attachments = [
      ...(content.card === undefined ? [] : [CardFactory.adaptiveCard(content.card)]),
      ...(content.pictures ?? []).map(({ name, url }) => ({
        contentType: kindOf(url),
        contentUrl: url,
        name,
      })),
    ];
    const more = attachments.length === 0 ? {} : { attachments };
    return { ...common, text: content.text, textFormat: 'plain', ...more };
  }
  return { ...common, attachments: [CardFactory.adaptiveCard(content.card)], summary: content.summary };
}

/** `image/png` of `data:image/png;base64,…`. */
function kindOf(url: string): string {
  return /^data:(?<kind>image\/[a-z]+);/u.exec(url)?.groups?.['kind'] ?? 'image/png';
}

const locales = { ja: 'ja-JP', en: 'en-US' } as const;
