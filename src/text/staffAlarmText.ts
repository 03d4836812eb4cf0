import type { Language } from '../cases/language';

/** What staff have to do because Monban cannot, or what went wrong after a request was over. */
export const staffAlarms = [
  'exclusionToRestore',
  'exclusionNotRestored',
  'passToDelete',
  'passNotDeleted',
  'sessionsToRevoke',
] as const;
export type StaffAlarm = (typeof staffAlarms)[number];

interface AlarmFacts {
  readonly number: string;
  /** The directory's, made plain before it comes here. */
  readonly personName: string;
  readonly byHand: string;
}

export const staffAlarmText: Readonly<
  Record<Language, Readonly<Record<StaffAlarm, (facts: AlarmFacts) => string>>>
> = {
  ja: {
    exclusionToRestore: ({ number, personName, byHand }) =>
      `要対応：申請 ${number} の除外の時間が終わりました。ボットには戻す権限がありません。${personName} さんを除外用グループから外してください。${byHand}`,
    exclusionNotRestored: ({ number, personName, byHand }) =>
      `警告：申請 ${number} の除外を元に戻せませんでした。${personName} さんがまだ除外されています。すぐに手作業で外してください。${byHand}`,
    passToDelete: ({ number, personName, byHand }) =>
      `要対応：申請 ${number} で ${personName} さんに発行した一時アクセス パスが残っています。ボットには削除する権限がありません。${byHand}`,
    passNotDeleted: ({ number, personName, byHand }) =>
      `警告：申請 ${number} で ${personName} さんに発行した一時アクセス パスを削除できませんでした。すぐに手作業で削除してください。${byHand}`,
    sessionsToRevoke: ({ number, personName }) =>
      `要対応：申請 ${number}：${personName} さんから「身に覚えがない」と連絡がありました。すべての端末からサインアウトさせてください（「サインアウト ユーザー名」で申請できます）。`,
  },
  en: {
    exclusionToRestore: ({ number, personName, byHand }) =>
      `To do: the time of the exclusion of request ${number} is over, and the bot has no permission to end it. Please take ${personName} out of the exclusion group. ${byHand}`,
    exclusionNotRestored: ({ number, personName, byHand }) =>
      `Alarm: the exclusion of request ${number} could not be ended. ${personName} is still excluded. Please take them out by hand at once. ${byHand}`,
    passToDelete: ({ number, personName, byHand }) =>
      `To do: the Temporary Access Pass that request ${number} issued for ${personName} is still there, and the bot has no permission to delete it. ${byHand}`,
    passNotDeleted: ({ number, personName, byHand }) =>
      `Alarm: the Temporary Access Pass that request ${number} issued for ${personName} could not be deleted. Please delete it by hand at once. ${byHand}`,
    sessionsToRevoke: ({ number, personName }) =>
      `To do: request ${number}: ${personName} says that it was not them. Please sign them out on every device ("sign out" with their user name asks for it).`,
  },
};
