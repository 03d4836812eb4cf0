import type { AuthenticationMethod } from './authenticationMethod';
import { plannedMethod } from './plannedMethod';
import type { RemedyChoices } from './remedyChoices';
import type { PlanOf } from './remedyPlan';

export type PhoneMendRefusal = 'noWrongNumber' | 'numberNotTellable' | 'slotTaken' | 'methodNotNamed';

/** Plans how one phone is put right: its number's form, or its slot. The number itself is never part of a plan. */
export function planPhoneMend(
  personId: string,
  methods: readonly AuthenticationMethod[],
  { methodId, movesTo }: Pick<RemedyChoices, 'methodId' | 'movesTo'>,
): { ok: true; plan: PlanOf<'mend-phone-number'> } | { ok: false; refusal: PhoneMendRefusal } {
  const phones = methods.filter(({ kind }) => kind === 'phone');
  const wrong = phones.filter(({ numberFormatWrong }) => numberFormatWrong === true);
  const named = phones.find(({ id }) => id === methodId);
  const phone = named ?? (methodId === undefined && movesTo === undefined ? wrong[0] : undefined);
  if (phone === undefined) {
    return { ok: false, refusal: movesTo === undefined ? 'noWrongNumber' : 'methodNotNamed' };
  }
  const slot = movesTo === phone.phoneType ? undefined : movesTo;
  if (phones.some(({ phoneType }) => phoneType === slot && slot !== undefined)) {
    return { ok: false, refusal: 'slotTaken' };
  }
  if (slot === undefined && phone.numberFormatWrong !== true) return { ok: false, refusal: 'noWrongNumber' };
  // Without a country code nobody can tell which country it is: the person has to say it, at the proof of identity.
  if (phone.numberFormatWrong === true && phone.mendedLabel === undefined) {
    return { ok: false, refusal: 'numberNotTellable' };
  }
  const becomes = phone.mendedLabel;
  const plan = {
    remedy: 'mend-phone-number',
    personId,
    phone: plannedMethod(phone),
    becomes,
    movesTo: slot,
  } as const;
  return { ok: true, plan };
}
