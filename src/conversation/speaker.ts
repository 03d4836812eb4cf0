import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import type { ConversationAddress } from '../ports/messenger';

/** Who is speaking and where, as the Bot Connector vouches for it. Never from card data. */
export interface Speaker {
  /** Entra object id, lower case. */
  readonly personId: string;
  readonly address: ConversationAddress;
  readonly locale: string | undefined;
}

const vouched = z.looseObject({
  from: z.looseObject({ aadObjectId: z.guid() }),
  serviceUrl: z.string().min(1),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
  locale: z.string().optional(),
});

/** Reads who speaks; undefined where the activity does not say it (the gate has refused such before). */
export function speakerOf(activity: Partial<Activity>): Speaker | undefined {
  const read = vouched.safeParse(activity).data;
  const tenantId = read?.conversation.tenantId ?? read?.channelData?.tenant?.id;
  if (read === undefined || tenantId === undefined) return undefined;
  const { conversation, from, serviceUrl } = read;
  return {
    personId: from.aadObjectId.toLowerCase(),
    address: {
      tenantId,
      serviceUrl,
      conversationId: conversation.id,
      kind: isPersonal(conversation) ? 'personal' : 'channel',
    },
    locale: read.locale,
  };
}

/** Where the type is missing, group chats and channels still show by their id: no case data goes there (SECURITY S17). */
function isPersonal(conversation: z.infer<typeof vouched>['conversation']): boolean {
  const shared = conversation.isGroup === true || conversation.id.startsWith('19:');
  return conversation.conversationType === undefined ? !shared : conversation.conversationType === 'personal';
}
