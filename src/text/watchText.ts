import type { Language } from '../cases/language';
import type { WatchAlert } from '../cases/watchSignIns';

interface WatchText {
  readonly alarm: (caseNumber: string, name: string, what: string) => string;
  readonly what: Readonly<Record<WatchAlert, string>>;
}

/** What staff are told when somebody else may be in after a remedy. */
export const watchText: Readonly<Record<Language, WatchText>> = {
  ja: {
    alarm: (caseNumber, name, what) =>
      `警告：案件 ${caseNumber}（${name} さん）：対処のあと、いつもと違うサインインがありました。\n\n${what}\n\n本人に電話で確かめ、心当たりがなければ、すべての端末からのサインアウトと、侵害の確定を検討してください。判断は「解除 ${caseNumber} 理由」で記録します。`,
    what: {
      newCountry: '- これまでになかった国からのサインイン',
      newDeviceAtAdminPortal: '- これまでになかった端末からの、管理用の画面へのサインイン',
      risingRisk: '- リスクの上昇',
    },
  },
  en: {
    alarm: (caseNumber, name, what) =>
      `Alarm: case ${caseNumber} (${name}): an unusual sign-in was seen after the remedy.\n\n${what}\n\nPlease call the person. If it was not them, consider signing out everywhere and confirming the account as compromised. Record the decision with "clear ${caseNumber} reason".`,
    what: {
      newCountry: '- a sign-in from a country that is new for them',
      newDeviceAtAdminPortal: '- a sign-in to an admin portal from a device that is new for them',
      risingRisk: '- the risk went up',
    },
  },
};
