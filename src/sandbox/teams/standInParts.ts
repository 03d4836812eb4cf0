import type { BotActivities } from './botActivities';
import type { BotLine } from './botLine';
import type { ConnectorFaults } from './connectorFaults';
import type { Conversations } from './conversations';
import type { LiveEvents } from './liveEvents';
import type { SentLog } from './sentLog';
import type { TeamsIds } from './teamsIds';
import type { TeamsStandInOptions } from './teamsStandInOptions';

/** What the stand-in's routes work with. */
export interface StandInParts {
  readonly options: TeamsStandInOptions;
  readonly ids: TeamsIds;
  readonly conversations: Conversations;
  readonly live: LiveEvents;
  readonly line: BotLine;
  readonly activities: BotActivities;
  readonly faults: ConnectorFaults;
  readonly sent: SentLog;
}
