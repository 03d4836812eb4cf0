import type { Language } from '../cases/language';

interface NotMePageText {
  readonly title: string;
  /** To the person, and to the directory's manager. */
  readonly before: Readonly<Record<'person' | 'manager', string>>;
  readonly button: Readonly<Record<'person' | 'manager', string>>;
  readonly request: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  /** For a notice of more than 14 days ago. */
  readonly tooOldTitle: string;
  readonly tooOld: (contact: string | undefined) => string;
  readonly callStaff: string;
  readonly staffCalled: string;
}

/** The page of "that was not me", for people whom a mail or a message told. */
export const notMePageText: Readonly<Record<Language, NotMePageText>> = {
  ja: {
    title: '身に覚えがないとき',
    before: {
      person:
        '下の申請に心当たりがないときは、ボタンを押してください。手続きを止め、セキュリティの担当者に知らせます。心当たりがあるときは、このページを閉じてください。',
      manager:
        '本人が下の申請に心当たりがないと言うときは、ボタンを押してください。手続きを止め、セキュリティの担当者に知らせます。',
    },
    button: { person: '身に覚えがない', manager: '本人に心当たりがない' },
    request: '申請',
    thanksTitle: '止めました',
    thanks:
      'お知らせありがとうございます。この人についての手続きを止め、セキュリティの担当者に知らせました。担当者が連絡します。',
    tooOldTitle: 'お知らせから 14 日が過ぎています',
    tooOld: (contact) =>
      `このページから自動で止めることは、もうできません。心当たりがないときは、${
        contact === undefined ? 'ヘルプデスク' : `ヘルプデスク（${contact}）`
      }に連絡してください。下のボタンで担当者に知らせることもできます。`,
    callStaff: '担当者に知らせる',
    staffCalled: 'セキュリティの担当者に知らせました。担当者が確認します。',
  },
  en: {
    title: 'If that was not you',
    before: {
      person:
        'If you know nothing about this request, press the button. Everything is stopped, and security is told. If it is yours, close this page.',
      manager:
        'If the person says that they know nothing about this request, press the button. Everything is stopped, and security is told.',
    },
    button: { person: 'That was not me', manager: 'That was not them' },
    request: 'Request',
    thanksTitle: 'Stopped',
    thanks:
      'Thank you. Everything about this person is stopped, and security has been told. They will contact you.',
    tooOldTitle: 'This notice is older than 14 days',
    tooOld: (contact) =>
      `Nothing can be stopped automatically from this page any more. If you know nothing about it, please call the helpdesk${
        contact === undefined ? '' : ` (${contact})`
      }. You can also have a person told by the button below.`,
    callStaff: 'Tell a person',
    staffCalled: 'Security has been told, and a person will look into it.',
  },
};
