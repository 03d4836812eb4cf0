import type { Language } from '../cases/language';

interface AlarmFacts {
  /** The request's; absent where it is about a case alone. */
  readonly number: string | undefined;
  readonly caseNumber: string;
  /** The directory's name, made plain before it comes here. */
  readonly personName: string;
  /** What was done: stopped in time, not in time, or nothing, because there was no request or its notice is too old. */
  readonly outcome: 'stopped' | 'tooLate' | 'leftToStaff';
}

type Alarm = (facts: AlarmFacts) => string;

/** What security is told in the staff channel. */
interface SecurityText {
  readonly alarm: Readonly<Record<'notMe' | 'managerSaysNo' | 'wrongPhrases' | 'staff' | 'samePair', Alarm>>;
}

const doneJa: Readonly<Record<AlarmFacts['outcome'], string>> = {
  stopped: '手続きを止めました。',
  tooLate:
    'すでに実行が始まっているか終わっています。サインインの記録と登録された認証方法を、すぐに確認してください。',
  leftToStaff:
    '止める手続きはありません（申請がないか、お知らせから 14 日が過ぎています）。自動では何も消していません。サインインの記録と登録された認証方法を、すぐに確認してください。',
};

const doneEn: Readonly<Record<AlarmFacts['outcome'], string>> = {
  stopped: 'It has been stopped.',
  tooLate:
    'It was running or finished already: please look at the sign-in logs and the registered methods at once.',
  leftToStaff:
    'There was nothing to stop (no request, or its notice is older than 14 days), and nothing was removed by itself: please look at the sign-in logs and the registered methods at once.',
};

const ja =
  (what: string): Alarm =>
  ({ caseNumber, number, outcome, personName }) =>
    `【セキュリティ】${number === undefined ? `案件 ${caseNumber}` : `申請 ${number}`}（${personName} さん）：${what}${doneJa[outcome]}アカウントを守るには「サインアウト ${caseNumber}」（すべての端末から）、「侵害 ${caseNumber}」（侵害の確定）と送ってください。確認が終わったら「解除 ${caseNumber} 理由」と送ってください。`;

const en =
  (what: string): Alarm =>
  ({ caseNumber, number, outcome, personName }) =>
    `SECURITY, ${number === undefined ? `case ${caseNumber}` : `request ${number}`} (${personName}): ${what} ${doneEn[outcome]} To protect the account, send "sign out ${caseNumber}" (on every device) or "compromised ${caseNumber}". When you have looked into it, send "clear ${caseNumber} <reason>".`;

export const securityText: Readonly<Record<Language, SecurityText>> = {
  ja: {
    alarm: {
      notMe: ja('本人が「身に覚えがない」と知らせました。'),
      managerSaysNo: ja('上司が「本人ではない」と知らせました。'),
      wrongPhrases: ja('合い言葉が何度も間違えられました。'),
      staff: ja('担当者が止めました。'),
      samePair: ({ number = '' }) =>
        `【セキュリティ】申請 ${number}：同じ 2 人による承認が続いています。問題がないか確認してください。`,
    },
  },
  en: {
    alarm: {
      notMe: en('the person says that it was not them.'),
      managerSaysNo: en('the manager says that it was not them.'),
      wrongPhrases: en('a wrong phrase was given again and again.'),
      staff: en('staff stopped it.'),
      samePair: ({ number = '' }) =>
        `SECURITY, request ${number}: the same two people keep approving together. Please look into it.`,
    },
  },
};
