import type { Language } from '../cases/language';
import type { StaffAsk, StaffCommand } from '../cases/staffCommand';
import type { Speaker } from '../conversation/speaker';
import { requestRefusalText } from '../text/requestRefusalText';
import { staffText } from '../text/staffText';
import { askForCaller, askForColleague, askForNumbered } from '../usecases/askForAnother';
import { changeRequest, type ChangeWish } from '../usecases/changeRequest';
import { clearRedFlags } from '../usecases/clearRedFlags';
import { directorySilent } from '../usecases/directorySilent';
import { switchStop } from '../usecases/emergencyStop';
import { freezeByStaff } from '../usecases/freezeByStaff';
import type { RequestDeps } from '../usecases/requestDeps';
import { resumeRequest } from '../usecases/resumeRequest';

type SpeakingStaff = Speaker & { readonly inStaffChannel: boolean };

/** What staff, security or a colleague typed, and what they are told of what came of it. */
export async function handleStaffCommand(
  deps: RequestDeps,
  speaker: SpeakingStaff,
  command: StaffCommand,
  language: Language,
): Promise<string> {
  const text = staffText[language];
  const outcome = await carryOut(deps, speaker, command, language).catch(directorySilent(deps.log));
  return outcome === 'directorySilent' ? text.directorySilent : outcome;
}

async function carryOut(
  deps: RequestDeps,
  speaker: SpeakingStaff,
  command: StaffCommand,
  language: Language,
): Promise<string> {
  const text = staffText[language];
  const actor = { actorId: speaker.personId, inStaffChannel: speaker.inStaffChannel };
  switch (command.kind) {
    case 'forAnother':
      return forAnother(deps, speaker, command, language);
    case 'goOn':
      return goOn(deps, { ...actor, number: command.number }, language);
    case 'staffAsk':
      return staffAsk(deps, speaker, command, language);
    case 'change':
      return change(deps, { ...actor, ...command }, language);
    case 'freeze':
      return text.freeze[await freezeByStaff(deps, { ...actor, number: command.number })];
    case 'clear':
      return text.clear[await clearRedFlags(deps, { ...command, ...actor })];
    case 'stop':
    case 'resume': {
      const outcome = await switchStop(deps, {
        ...actor,
        on: command.kind === 'stop',
        reason: command.reason,
      });
      return outcome === 'done' ? text[command.kind] : text.stopRefused[outcome];
    }
  }
}

/** The place decides which door it is: in the staff channel somebody is on the telephone, elsewhere a colleague asks. */
async function forAnother(
  deps: RequestDeps,
  speaker: SpeakingStaff,
  { remedy, userName }: Extract<StaffCommand, { kind: 'forAnother' }>,
  language: Language,
): Promise<string> {
  const text = staffText[language];
  const named = { remedy, userName, askerId: speaker.personId };
  if (!speaker.inStaffChannel) return text.colleague[await askForColleague(deps, named)];
  const outcome = await askForCaller(deps, named);
  return outcome.ok ? text.opened(outcome.request.number) : requestRefusalText[language][outcome.refusal];
}

/** What protects an account or opens it again: asked for in the staff channel only, and approved like everything else. */
async function staffAsk(
  deps: RequestDeps,
  speaker: SpeakingStaff,
  { about, choices, remedy }: StaffAsk,
  language: Language,
): Promise<string> {
  const text = staffText[language];
  if (!speaker.inStaffChannel) return text.freeze.notStaff;
  const asked = { remedy, choices, askerId: speaker.personId };
  const outcome =
    'number' in about
      ? await askForNumbered(deps, { ...asked, number: about.number })
      : await askForCaller(deps, { ...asked, userName: about.userName });
  return outcome.ok ? text.opened(outcome.request.number) : requestRefusalText[language][outcome.refusal];
}

async function change(deps: RequestDeps, wish: ChangeWish, language: Language): Promise<string> {
  const text = staffText[language];
  const outcome = await changeRequest(deps, wish);
  if (outcome.ok) return text.changed(outcome.request.number);
  const { refusal } = outcome;
  if (refusal === 'notStaff' || refusal === 'unknownRequest') return text.freeze[refusal];
  if (refusal === 'nothingToChange') return text.nothingToChange;
  return requestRefusalText[language][refusal];
}

async function goOn(
  deps: RequestDeps,
  said: Parameters<typeof resumeRequest>[1],
  language: Language,
): Promise<string> {
  const text = staffText[language];
  const outcome = await resumeRequest(deps, said);
  if (outcome.ok) return text.goesOn(outcome.request.number);
  const { refusal } = outcome;
  if (refusal === 'notStaff' || refusal === 'unknownRequest') return text.freeze[refusal];
  return refusal === 'nothingToResume' ? text.nothingToResume : requestRefusalText[language][refusal];
}
