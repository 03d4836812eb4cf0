import type { FollowCommand } from '../cases/followCommand';
import type { Language } from '../cases/language';
import type { Speaker } from '../conversation/speaker';
import { followText } from '../text/followText';
import { recoveryText } from '../text/recoveryText';
import { askForRecord } from '../usecases/askForRecord';
import { followCase } from '../usecases/followCase';
import { lookNow } from '../usecases/lookNow';
import type { RequestDeps } from '../usecases/requestDeps';

/** Does what was typed about a case that is followed, and says what came of it. */
export async function handleFollowCommand(
  deps: RequestDeps,
  speaker: Speaker & { readonly inStaffChannel: boolean },
  command: FollowCommand,
  language: Language,
): Promise<string> {
  const text = followText[language];
  const actor = { actorId: speaker.personId, inStaffChannel: speaker.inStaffChannel };
  if (command.kind === 'look') return recoveryText[language][await lookNow(deps, speaker.personId)];
  if (command.kind === 'follow') return text.follow[await followCase(deps, { ...command, ...actor })];
  return text.record[await askForRecord(deps, { ...command, ...actor })];
}
