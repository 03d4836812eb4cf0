import type { FollowCommand } from '../cases/followCommand';
import type { Language } from '../cases/language';
import type { Speaker } from '../conversation/speaker';
import { followText } from '../text/followText';
import { microsoftText } from '../text/microsoftText';
import { recoveryText } from '../text/recoveryText';
import { askForRecord } from '../usecases/askForRecord';
import { followCase } from '../usecases/followCase';
import { askMicrosoft, keepMicrosoftTicket, sayAccessBack } from '../usecases/followMicrosoft';
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
  const { answers } = microsoftText[language];
  const actor = { actorId: speaker.personId, inStaffChannel: speaker.inStaffChannel };
  switch (command.kind) {
    case 'look':
      return recoveryText[language][await lookNow(deps, speaker.personId)];
    case 'record':
      return text.record[await askForRecord(deps, { ...command, ...actor })];
    case 'follow':
      return text.follow[await followCase(deps, { ...command, ...actor })];
    case 'microsoft':
      return answers[await askMicrosoft(deps, { ...command, ...actor })];
    case 'microsoftTicket':
      return answers[await keepMicrosoftTicket(deps, { ...command, ...actor })];
    case 'accessBack':
      return answers[await sayAccessBack(deps, { ...command, ...actor })];
  }
}
