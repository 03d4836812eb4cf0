import { type Conversation, wireId } from './conversations';
import type { SimulatedPerson, TeamsStandInOptions } from './teamsStandInOptions';
import type { TeamsIds } from './teamsIds';

const locales = { ja: 'ja-JP', en: 'en-US' } as const;
const timezone = 'Asia/Tokyo';

/** What all activities of one person in one conversation share. */
export function createEnvelope(deps: {
  readonly options: Pick<TeamsStandInOptions, 'tenantId' | 'clock' | 'staffChannel'>;
  readonly ids: TeamsIds;
  readonly serviceUrl: string;
}) {
  const { options, ids, serviceUrl } = deps;
  const tenant = { id: options.tenantId };
  const channelData = {
    teamsChannelId: options.staffChannel.id,
    teamsTeamId: ids.team.id,
    channel: { id: options.staffChannel.id },
    team: { id: ids.team.id },
    tenant,
  };
  return (person: SimulatedPerson, conversation: Conversation, rootId?: string) => ({
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date(options.clock()).toISOString(),
    localTimestamp: japaneseTime(options.clock()),
    localTimezone: timezone,
    locale: locales[person.language],
    from: { id: ids.userId(person.id), name: person.name, aadObjectId: person.id },
    recipient: ids.bot,
    conversation: {
      ...(conversation.kind === 'channel' ? { isGroup: true } : {}),
      conversationType: conversation.kind,
      tenantId: options.tenantId,
      id: rootId === undefined ? conversation.id : wireId(conversation, rootId),
    },
    channelData: conversation.kind === 'channel' ? channelData : { tenant },
  });
}

/** The entity by which Teams tells a bot of the person's client. */
export function clientInfo(person: SimulatedPerson) {
  return {
    type: 'clientInfo',
    locale: locales[person.language],
    country: person.language === 'ja' ? 'JP' : 'US',
    platform: 'Web',
    timezone,
  };
}

/** The time as a clock in Japan shows it, with its offset. */
function japaneseTime(now: number): string {
  return new Date(now + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
}
