import type { Knowledge } from '../triage/knowledge';
import { readAnswer } from '../triage/readAnswer';
import { readOpening } from '../triage/readOpening';
import { readCommand, readWrong, type Command } from './commands';
import { forget, understoodBy } from './forget';
import { press } from './press';
import { advance, askForRemedy, remembered, repeat, says, takeAnswers } from './steps';
import { copyOf, type TriageState } from './triageState';
import type { Turn } from './turn';

/** A turn that began with something typed: a command, an answer, or more of the story. */
export function hear(knowledge: Knowledge, state: TriageState, text: string): Turn {
  const wrong = readWrong(text);
  if (wrong !== undefined) {
    const misread = understoodBy(state.progress.observations)[wrong - 1];
    return forget(knowledge, state, misread?.finding ?? '');
  }
  const command = readCommand(text);
  if (command) return obey(knowledge, state, command);
  switch (state.phase.kind) {
    case 'withStaff':
      return { state, replies: [], effects: [{ kind: 'passOn', text }] };
    case 'diagnosed':
      return hearAfterDiagnosis(knowledge, state, text);
    case 'asking':
      return hearAnswer(knowledge, state, state.phase.findings, text);
  }
}

/** A typed answer belongs to the first finding that is asked; else it is read like an opening. */
function hearAnswer(knowledge: Knowledge, state: TriageState, asked: readonly string[], text: string): Turn {
  for (const finding of asked) {
    const values = readAnswer(knowledge, finding, text);
    if (values) return takeAnswers(knowledge, state, { [finding]: values }, []);
  }
  return hearMore(knowledge, state, text);
}

function hearAfterDiagnosis(knowledge: Knowledge, state: TriageState, text: string): Turn {
  const solved = readAnswer(knowledge, 'other_method_usable', text)?.[0];
  if (solved === 'true') return press(knowledge, state, 'helpedYes');
  if (solved === 'false') return press(knowledge, state, 'helpedNo');
  return hearMore(knowledge, state, text);
}

/** More of the story: what is new in it goes to the findings, and the triage goes on from there. */
function hearMore(knowledge: Knowledge, state: TriageState, text: string): Turn {
  const known = new Set(state.progress.observations.map(({ finding }) => finding));
  const fresh = readOpening(knowledge, text).filter(({ finding }) => !known.has(finding));
  if (fresh.length === 0) return repeat(state, 'notUnderstood', knowledge);
  const observations = [...state.progress.observations, ...fresh];
  return advance(knowledge, { ...remembered(state), progress: copyOf({ ...state.progress, observations }) });
}

function obey(knowledge: Knowledge, state: TriageState, command: Command): Turn {
  switch (command) {
    case 'back':
    case 'restart':
    case 'person':
      return press(knowledge, state, command, []);
    case 'unknown': {
      if (state.phase.kind !== 'asking') return repeat(state, 'notUnderstood', knowledge);
      const answers = Object.fromEntries(state.phase.findings.map((finding) => [finding, ['unknown']]));
      return takeAnswers(knowledge, state, answers, []);
    }
    case 'help':
    case 'hello':
      return repeat(state, 'help', knowledge);
    case 'thanks':
      return says(state, 'youAreWelcome');
    case 'reset':
      return askForRemedy(knowledge, state, 'require-mfa-reregistration', []);
    case 'pass':
      return askForRemedy(knowledge, state, 'issue-temporary-access-pass', []);
    case 'withdraw':
      return { state, replies: [], effects: [{ kind: 'withdraw' }] };
    case 'ja':
    case 'en':
      return repeat({ ...state, language: command }, 'languageSet', knowledge);
  }
}
