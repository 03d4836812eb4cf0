import type { Language } from '../cases/language';
import type { RemedyKind } from '../cases/remedyPlan';
import type { RequestEvent } from '../cases/requestEvents';
import { remedyText } from './remedyText';

interface NoticeFacts {
  readonly number: string;
  readonly remedy: RemedyKind;
  readonly personName: string;
  /** Where "that was not me" is said; absent where there is nothing left to stop or take back. */
  readonly link: string | undefined;
}

interface NoticeText {
  readonly subject: (number: string) => string;
  /** To the person, by mail. */
  readonly mail: (event: RequestEvent, facts: NoticeFacts) => string;
  /** To the directory's manager, in chat. */
  readonly manager: (event: RequestEvent, facts: NoticeFacts) => string;
}

type Happened = Readonly<Record<RequestEvent, (number: string, what: string) => string>>;

const { en, ja } = remedyText;

const happenedJa: Happened = {
  requested: (number, what) => `申請 ${number}（${what}）が出されました。`,
  approved: (number, what) => `申請 ${number}（${what}）が承認されました。これから実行されます。`,
  denied: (number) => `申請 ${number} は承認されませんでした。何も変更していません。`,
  expired: (number) => `申請 ${number} は期限切れで終了しました。何も変更していません。`,
  withdrawn: (number) => `申請 ${number} は取り下げられました。何も変更していません。`,
  frozen: (number) => `申請 ${number} は、安全の確認のために止められました。`,
  done: (number, what) => `申請 ${number}（${what}）が完了しました。`,
  partial: (number, what) => `申請 ${number}（${what}）は一部だけ完了しました。残りは担当者が対応します。`,
  failed: (number) => `申請 ${number} は実行できませんでした。担当者が確認します。`,
};

const happenedEn: Happened = {
  requested: (number, what) => `Request ${number} (${what}) was made.`,
  approved: (number, what) => `Request ${number} (${what}) was approved and is being done now.`,
  denied: (number) => `Request ${number} was not approved. Nothing was changed.`,
  expired: (number) => `Request ${number} ended because its time was over. Nothing was changed.`,
  withdrawn: (number) => `Request ${number} was taken back. Nothing was changed.`,
  frozen: (number) => `Request ${number} has been stopped while security looks into it.`,
  done: (number, what) => `Request ${number} (${what}) is done.`,
  partial: (number, what) => `Request ${number} (${what}) was done only in part. The helpdesk does the rest.`,
  failed: (number) => `Request ${number} could not be done. The helpdesk is looking into it.`,
};

/**
 * The second notice, on another way than the person's own chat: whoever holds that chat may not be the person. It never
 * carries the phrase of the chat, a method, a number or a pass.
 */
export const secondNoticeText: Readonly<Record<Language, NoticeText>> = {
  ja: {
    subject: (number) => `申請 ${number} のお知らせ（Monban）`,
    mail: (event, { link, number, personName, remedy }) =>
      paragraphs(
        `${personName} さん`,
        `あなたの Microsoft 365 アカウントについてのお知らせです。${happenedJa[event](number, ja[remedy].what)}`,
        link &&
          `心当たりがないときは、次のページで「身に覚えがない」を押してください。手続きを止め、セキュリティの担当者に知らせます。\n${link}`,
        'Monban が、パスワードやコードをたずねることはありません。',
      ),
    manager: (event, { link, number, personName, remedy }) =>
      paragraphs(
        `あなたが上司として登録されている ${personName} さんのアカウントについてのお知らせです。${happenedJa[event](number, ja[remedy].what)}`,
        link &&
          `本人に、電話や対面で心当たりを確かめてください。心当たりがないときは、次のページで知らせてください。手続きを止め、セキュリティの担当者に知らせます。\n${link}`,
      ),
  },
  en: {
    subject: (number) => `About request ${number} (Monban)`,
    mail: (event, { link, number, personName, remedy }) =>
      paragraphs(
        `Dear ${personName},`,
        `this is about your Microsoft 365 account. ${happenedEn[event](number, en[remedy].what)}`,
        link &&
          `If you know nothing about it, say so on this page. Everything is stopped then, and security is told.\n${link}`,
        'Monban never asks for a password or a code.',
      ),
    manager: (event, { link, number, personName, remedy }) =>
      paragraphs(
        `This is about the account of ${personName}, whose manager you are. ${happenedEn[event](number, en[remedy].what)}`,
        link &&
          `Please ask them, by phone or in person, whether they know of it. If they do not, say so on this page: everything is stopped then, and security is told.\n${link}`,
      ),
  },
};

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}
