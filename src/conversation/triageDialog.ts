import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Knowledge } from '../triage/knowledge';
import { readOpening } from '../triage/readOpening';
import type { Observation } from '../triage/observation';
import type { Evidence, ReadEvidence } from '../ports/evidence';
import { chooseLanguage } from './chooseLanguage';
import { readCommand, type Command } from './commands';
import { converse } from './converse';
import type { ConversationInput } from './input';
import type { Replies } from './replies';
import { runEffects, type After, type EffectDeps } from './runEffects';
import type { Speaker } from './speaker';
import { advance } from './steps';
import { converseWith, stillOpen } from './takeEvidence';
import { newTriageState, parseTriageState, type TriageState } from './triageState';
import { openCase, type CaseDeps } from '../usecases/openCase';
import type { Turn } from './turn';
import { withCase } from './withCase';
import { withGivenNumber } from './withGivenNumber';
import { saidFirst, withIncident } from './withIncident';
import type { Language } from '../cases/language';

export interface TriageDialogDeps extends EffectDeps, CaseDeps {
  readonly knowledge: Knowledge;
  readonly readEvidence: ReadEvidence;
  readonly replies: Replies;
}

/** What the caller of the dialog found out about this turn. */
export interface TriageTurn {
  readonly speaker: Speaker;
  readonly input: ConversationInput;
  /** What the person chose earlier, where they did. */
  readonly chosenLanguage: Language | undefined;
  /** For the case that this turn may open. */
  readonly newCaseId?: string | undefined;
}

export const triageDialogId = 'triage';

/** On a later turn the tenant was asked already: what came meanwhile is there at once. */
const laterBudgetMs = 300;
const noEvidence: Evidence = { findings: [], notAvailable: [] };

/**
 * The triage as a Bot Framework dialog: it reads the opening and the tenant, asks, goes back, starts over and hands over.
 * Every decision is in `converse`; here are only the order of things and what the store and Teams are told.
 */
export class TriageDialog extends Dialog {
  readonly #deps: TriageDialogDeps;
  readonly #turnOf: (dc: DialogContext) => TriageTurn;

  constructor(deps: TriageDialogDeps, turnOf: (dc: DialogContext) => TriageTurn) {
    super(triageDialogId);
    this.#deps = deps;
    this.#turnOf = turnOf;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = this.#turnOf(dc);
    const { input } = turn;
    if (input.kind !== 'said') {
      await this.#deps.replies.say(dc.context, 'staleCard', languageOf(turn, ''));
      return dc.endDialog();
    }
    const command = readCommand(input.text);
    if (command !== undefined && command !== 'person') return this.#greet(dc, turn, command);
    const opened = await this.#open(turn, input.text);
    const { state, news } = forSomebodyElse(opened.progress.observations)
      ? { state: opened, news: [] }
      : await withIncident(this.#deps, opened);
    const first =
      command === 'person'
        ? converse(this.#deps.knowledge, state, input)
        : advance(this.#deps.knowledge, state);
    return this.#carryOut(dc, turn, saidFirst(first, news));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = this.#turnOf(dc);
    const state = parseTriageState(dc.activeDialog?.state);
    if (state === undefined) {
      const said = turn.input.kind === 'said' ? turn.input.text : '';
      await this.#deps.replies.say(dc.context, 'stateTooOld', languageOf(turn, said));
      await dc.endDialog();
      return turn.input.kind === 'said' ? dc.beginDialog(triageDialogId) : Dialog.EndOfTurn;
    }
    const present = await withCase(this.#deps, state);
    if (present === undefined) {
      // Staff are done with it: what is said now is a new story.
      await dc.endDialog();
      return dc.beginDialog(triageDialogId);
    }
    return this.#carryOut(dc, turn, await this.#converse(turn, present));
  }

  /** What the tenant had not told in time may be there by now. */
  async #converse(turn: TriageTurn, before: TriageState): Promise<Turn> {
    const { clock, knowledge, readEvidence } = this.#deps;
    const { personId } = turn.speaker;
    const { input } = turn;
    const now = clock();
    const state =
      input.kind === 'said'
        ? await withGivenNumber(this.#deps, before, { personId, text: input.text })
        : before;
    if (forSomebodyElse(state.progress.observations)) return converse(knowledge, state, input);
    const informed = await withIncident(this.#deps, state);
    const said = stillOpen(state, now)
      ? converseWith(
          knowledge,
          informed.state,
          { evidence: await readEvidence(personId, laterBudgetMs), at: now },
          input,
        )
      : converse(knowledge, informed.state, input);
    return saidFirst(said, informed.news);
  }

  /** A command before there is any triage: say how to begin. */
  async #greet(dc: DialogContext, turn: TriageTurn, command: Command): Promise<DialogTurnResult> {
    const language = command === 'ja' || command === 'en' ? command : languageOf(turn, '');
    if (command === 'withdraw')
      await runEffects(this.#deps, dc.context, turn.speaker, language, [{ kind: 'withdraw' }]);
    else await this.#deps.replies.say(dc.context, command === 'help' ? 'help' : 'welcome', language);
    return dc.endDialog();
  }

  /** Opens a case with what the words and the tenant tell, before anything is asked. */
  async #open(turn: TriageTurn, text: string): Promise<TriageState> {
    const { knowledge, readEvidence } = this.#deps;
    const { personId } = turn.speaker;
    const told = readOpening(knowledge, text);
    const language = languageOf(turn, text);
    // About a colleague the speaker's own account says nothing.
    const evidence = forSomebodyElse(told) ? noEvidence : await readEvidence(personId);
    const observations = [...told, ...evidence.findings];
    const redFlags = await this.#deps.store.look(({ cases }) => cases.redFlagsOf(personId));
    const opened = await openCase(this.#deps, {
      id: turn.newCaseId,
      personId,
      openerId: personId,
      language,
      findings: observations,
    });
    const state = newTriageState(
      { caseId: opened.id, caseNumber: opened.number, language },
      { observations, asked: [] },
      { redFlags, notAvailable: evidence.notAvailable, lookedUpAt: this.#deps.clock() },
    );
    return withGivenNumber(this.#deps, state, { personId, text });
  }

  async #carryOut(dc: DialogContext, turn: TriageTurn, outcome: Turn): Promise<DialogTurnResult> {
    const { state } = outcome;
    const { language } = state;
    await this.#deps.replies.show(dc.context, state, outcome.replies);
    const after = await runEffects(this.#deps, dc.context, turn.speaker, language, outcome.effects, state);
    if (after === 'end') return dc.endDialog();
    if (dc.activeDialog === undefined) throw new Error('the triage dialog is not on the stack');
    dc.activeDialog.state = { ...stateAfter(after, state, dc.activeDialog.state) };
    return Dialog.EndOfTurn;
  }
}

/** Staff having the case or not is known only after it was tried. */
function stateAfter(after: After, state: TriageState, before: unknown): TriageState {
  if (after === 'handedOver') return { ...state, phase: { kind: 'withStaff' } };
  const untold = after === 'notHandedOver' && state.phase.kind === 'withStaff';
  if (!untold) return state;
  return { ...state, phase: parseTriageState(before)?.phase ?? { kind: 'asking', findings: [] } };
}

function languageOf(turn: TriageTurn, text: string): Language {
  return chooseLanguage(text, turn.chosenLanguage, turn.speaker.locale);
}

function forSomebodyElse(told: readonly Observation[]): boolean {
  return told.some(({ finding, values }) => finding === 'asking_for_someone_else' && values.includes('true'));
}
