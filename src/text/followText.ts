import type { Language } from '../cases/language';

/** What is answered to what people type about a case that is followed to its end. */
interface FollowText {
  readonly record: Readonly<Record<'comes' | 'unknownCase' | 'notStaff', string>>;
}

export const followText: Readonly<Record<Language, FollowText>> = {
  ja: {
    record: {
      comes: '作業記録をチャネルに表示します。',
      unknownCase: 'その番号の案件は見つかりません。',
      notStaff: '作業記録は、担当者のチャネルでだけ表示できます。',
    },
  },
  en: {
    record: {
      comes: 'The work record is posted in the channel.',
      unknownCase: 'There is no case with this number.',
      notStaff: 'Work records are shown in the staff channel only.',
    },
  },
};
