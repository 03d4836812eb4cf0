import type { Language } from '../cases/language';
import type { Listener } from '../cases/requestEvents';

type Told = (facts: { readonly number: string; readonly personName: string }) => string;

/** What the people around a request are told at the end of a dry run: nothing was changed, so somebody has to do it. */
export const dryRunTold: Readonly<Record<Language, Readonly<Record<Listener, Told>>>> = {
  ja: {
    person: ({ number }) =>
      `申請 ${number} は承認されましたが、今は試行期間のため、アカウントは何も変更していません。担当者が手作業で対応しますので、連絡をお待ちください。`,
    requester: ({ number, personName }) =>
      `${personName} さんについての申請 ${number} は、試行のため実行していません。担当者が手作業で対応します。`,
    approver: ({ number, personName }) =>
      `申請 ${number}（${personName} さん）は試行のため、何も変更していません。本番で行うはずだった内容はカードにあります。必要な対応は手作業でお願いします。`,
  },
  en: {
    person: ({ number }) =>
      `Request ${number} was approved, but this is a trial period: nothing on your account has been changed. Your helpdesk does it by hand and will contact you.`,
    requester: ({ number, personName }) =>
      `Request ${number} for ${personName} was only rehearsed; nothing was changed. The helpdesk does it by hand.`,
    approver: ({ number, personName }) =>
      `Request ${number} for ${personName} was a dry run: nothing was changed. The card says what would have been done; please do by hand what is needed.`,
  },
};
