import { writingModule } from './writingModule';

/** Puts a phone right: writes its number anew, or registers it as what it is and removes the former entry. */
export const phoneMendModule = writingModule<'mend-phone-number'>({
  writes({ remedies, directory }, _run, { personId, phone, movesTo }) {
    if (movesTo === undefined) {
      const mend = async () =>
        (await remedies.mendPhoneNumber(personId, phone.id)) === 'mended' ? 'done' : 'already-done';
      return [{ step: 'mend-number', write: mend }];
    }
    const copy = async () => {
      // The slot was free when this was planned: what is there now, an earlier attempt has put there.
      const methods = await directory.methods(personId);
      if (methods.some(({ phoneType }) => phoneType === movesTo)) return 'already-done';
      await remedies.copyPhone(personId, phone.id, movesTo);
      return 'done';
    };
    const removeFormer = async () =>
      (await remedies.removeMethod(personId, phone)) === 'gone' ? 'already-done' : 'done';
    return [
      { step: 'copy-phone', write: copy },
      { step: 'remove-phone', write: removeFormer },
    ];
  },

  async shows({ directory }, { personId, phone, movesTo }) {
    const methods = await directory.methods(personId);
    const former = methods.find(({ id }) => id === phone.id);
    if (movesTo === undefined) return former !== undefined && former.numberFormatWrong !== true;
    return former === undefined && methods.some(({ phoneType }) => phoneType === movesTo);
  },
});
