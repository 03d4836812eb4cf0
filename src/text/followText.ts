import type { Language } from '../cases/language';

/** What is answered to what people type about a case that is followed to its end. */
interface FollowText {
  readonly record: Readonly<Record<'comes' | 'unknownCase' | 'notStaff', string>>;
  readonly follow: Readonly<Record<'followed' | 'unknownCase' | 'closed' | 'notStaff', string>>;
}

export const followText: Readonly<Record<Language, FollowText>> = {
  ja: {
    record: {
      comes: '作業記録をチャネルに表示します。',
      unknownCase: 'その番号の案件は見つかりません。',
      notStaff: '作業記録は、担当者のチャネルでだけ表示できます。',
    },
    follow: {
      followed:
        '復旧の確認を始めました。新しい方法でサインインできたことをディレクトリで確認したら、案件を終了します。',
      unknownCase: 'その番号の案件は見つかりません。',
      closed: 'この案件は終了しています。',
      notStaff: 'この操作は、担当者のチャネルでだけできます。',
    },
  },
  en: {
    record: {
      comes: 'The work record is posted in the channel.',
      unknownCase: 'There is no case with this number.',
      notStaff: 'Work records are shown in the staff channel only.',
    },
    follow: {
      followed:
        'The recovery is followed now. The case closes once the tenant shows that the person signs in with a new method.',
      unknownCase: 'There is no case with this number.',
      closed: 'This case is closed.',
      notStaff: 'This can be done in the staff channel only.',
    },
  },
};
