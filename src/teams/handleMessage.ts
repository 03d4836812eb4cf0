import { ActivityTypes, CardFactory } from 'botbuilder';
import { readCaseCommand } from '../cases/caseCommand';
import { readRequestCommand } from '../cases/decisionCommand';
import { readFollowCommand } from '../cases/followCommand';
import { readJobCommand } from '../cases/jobCommand';
import { readStaffCommand } from '../cases/staffCommand';
import { conversationText } from '../text/conversationText';
import { directorySilent } from '../usecases/directorySilent';
import { answerConfirm } from './answerConfirm';
import { ownedCaseOf, passToPerson, passToStaff } from './caseTurn';
import { type CaseAnswer, handleCaseCommand } from './handleCaseCommand';
import { handleFollowCommand } from './handleFollowCommand';
import { handleJobCommand } from './handleJobCommand';
import { handleRequest } from './handleRequest';
import { handleStaffCommand } from './handleStaffCommand';
import { type BotAppDeps, say, speaking, triageTurn, type Turn } from './turn';

/** Something that was written: a command, words for somebody else, or a trouble for the triage. */
export async function handleMessage(deps: BotAppDeps, turn: Turn, text: string): Promise<void> {
  const words = conversationText[turn.language];
  if (turn.place === 'elsewhere') return say(turn, words.personalChatOnly);
  if (await isForWhoeverHasIt(deps, turn, text)) return;
  const command = readRequestCommand(text);
  if (command !== undefined) {
    const { confirm, words: said } = await handleRequest(
      deps.requests,
      speaking(turn),
      command,
      turn.language,
    );
    return confirm === undefined
      ? say(turn, said)
      : answerConfirm(deps, turn.context, confirm, turn.language);
  }
  const staffCommand = readStaffCommand(text);
  if (staffCommand !== undefined)
    return say(turn, await handleStaffCommand(deps.requests, speaking(turn), staffCommand, turn.language));
  const follow = readFollowCommand(text);
  if (follow !== undefined)
    return say(turn, await handleFollowCommand(deps.requests, speaking(turn), follow, turn.language));
  if (await handledAsCaseCommand(deps, turn, text)) return;
  if (turn.place === 'staffChannel') return handleStaffMessage(deps, turn, text);
  // A picture or a file alone: there is nothing to read in it.
  if (text === '') return say(turn, words.help);
  await deps.runTriage(turn.context, turn.state, triageTurn(turn, { kind: 'said', text }));
}

/** For staff only: to everybody else these are words like any others. */
async function handledAsCaseCommand(deps: BotAppDeps, turn: Turn, text: string): Promise<boolean> {
  const command = readCaseCommand(text);
  if (command === undefined) return false;
  if (turn.place !== 'staffChannel' && !(await deps.isStaff(turn.speaker.personId))) return false;
  const outcome = await handleCaseCommand(deps, speaking(turn), command, turn.language).catch(
    directorySilent(deps.log),
  );
  await sayCase(turn, outcome);
  return true;
}

/** In a case's thread what is no command goes to the person; anywhere else in the channel there is only what can be typed. */
async function handleStaffMessage(deps: BotAppDeps, turn: Turn, text: string): Promise<void> {
  const words = conversationText[turn.language];
  const aboutJobs = readJobCommand(text);
  if (aboutJobs !== undefined)
    return say(turn, await handleJobCommand(deps, aboutJobs, turn.speaker.personId, turn.language));
  const { threadId } = speaking(turn);
  if (threadId === undefined) return say(turn, words.staffHelp);
  const { context, language, speaker } = turn;
  const passed = await passToPerson(deps, context, speaker, threadId, text, language);
  if (!passed.known) await say(turn, words.staffHelp);
  else if (passed.words !== undefined) await say(turn, passed.words);
}

/**
 * While somebody of the staff has the person's case, whatever the person writes goes there, and the bot says nothing
 * (SECURITY S27). Staff with a case of their own still command; and "that was not me" stops everything as at any time.
 */
async function isForWhoeverHasIt(deps: BotAppDeps, turn: Turn, text: string): Promise<boolean> {
  if (turn.place !== 'personal') return false;
  const { personId } = turn.speaker;
  const owned = await ownedCaseOf(deps, personId);
  if (owned === undefined) return false;
  const isNotMe = readRequestCommand(text)?.kind === 'notMe';
  if (!isNotMe && isCommand(text) && (await deps.isStaff(personId))) return false;
  await passToStaff(deps, turn.context, turn.speaker, owned.id, text);
  return !isNotMe;
}

function isCommand(text: string): boolean {
  return [readRequestCommand, readStaffCommand, readFollowCommand, readCaseCommand].some(
    (read) => read(text) !== undefined,
  );
}

async function sayCase(turn: Turn, answer: CaseAnswer | 'directorySilent'): Promise<void> {
  if (answer === 'directorySilent') return say(turn, conversationText[turn.language].directorySilent);
  if (answer.kind === 'words') return say(turn, answer.words);
  const { card, summary } = answer;
  const attachments = [CardFactory.adaptiveCard(card)];
  await turn.context.sendActivity({ type: ActivityTypes.Message, attachments, summary });
}
