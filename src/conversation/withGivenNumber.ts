import { asksForOtherNumber, numbersToCall } from '../cases/numberToCall';
import { directorySilent } from '../usecases/directorySilent';
import { recordRedFlags } from '../usecases/recordRedFlags';
import type { RequestDeps } from '../usecases/requestDeps';
import type { TriageState } from './triageState';

const flag = 'other_number_given';

/**
 * Who asks to be called at a number that is not the directory's raises a red flag, whoever it is: from then on nothing is
 * done before security has decided (SECURITY S6, S26). The number itself is kept nowhere.
 */
export async function withGivenNumber(
  deps: Pick<RequestDeps, 'clock' | 'directory' | 'log' | 'store'>,
  state: TriageState,
  said: { readonly personId: string; readonly text: string },
): Promise<TriageState> {
  if (numbersToCall(said.text).length === 0 || state.redFlags.includes(flag)) return state;
  const person = await deps.directory.person(said.personId).catch(directorySilent(deps.log));
  if (person === undefined || person === 'directorySilent') return state;
  if (!asksForOtherNumber(said.text, person.phones ?? [])) return state;
  await recordRedFlags(deps, { caseId: state.caseId, redFlags: [flag] });
  return { ...state, redFlags: [...state.redFlags, flag] };
}
