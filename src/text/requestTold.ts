import type { Language } from '../cases/language';
import type { RemedyKind } from '../cases/remedyPlan';
import type { Listener, RequestEvent } from '../cases/requestEvents';
import { remedyText } from './remedyText';

/** What a message about a request may say. The name is the directory's, made plain before it comes here. */
interface ToldFacts {
  readonly number: string;
  readonly remedy: RemedyKind;
  readonly personName: string;
  /** The person asked for it themselves. */
  readonly ownRequest: boolean;
  /** What the person reads out when they are called back. */
  readonly phrase: string | undefined;
}

type Told = (facts: ToldFacts) => string;

const { ja, en } = remedyText;

/** What each of the people around a request is told when something happens to it. */
export const requestTold: Readonly<
  Record<Language, Readonly<Record<Listener, Readonly<Record<RequestEvent, Told>>>>>
> = {
  ja: {
    person: {
      requested: ({ number, remedy, ownRequest, phrase }) =>
        ownRequest
          ? `申請 ${number}（${ja[remedy].what}）を受け付けました。${phrase === undefined ? '' : `合い言葉は「${phrase}」です。担当者が登録済みの番号に電話をかけて本人確認をします。電話で聞かれたら、この言葉を伝えてください。`}承認されるまでお待ちください。取り消すときは「取り下げ」と送ってください。`
          : `あなたのアカウントについて、申請 ${number}（${ja[remedy].what}）が出されました。心当たりがなければ、すぐに「身に覚えがない」と送ってください。手続きを止めます。`,
      approved: ({ number, remedy }) =>
        `申請 ${number}（${ja[remedy].what}）が承認されました。これから実行します。心当たりがなければ、すぐに「身に覚えがない」と送ってください。`,
      denied: ({ number }) =>
        `申請 ${number} は承認されませんでした。詳しくはヘルプデスクにお問い合わせください。`,
      expired: ({ number }) =>
        `申請 ${number} は期限までに処理されなかったため、終了しました。何も変更していません。必要であれば、もう一度申請してください。`,
      withdrawn: ({ number }) => `申請 ${number} を取り下げました。何も変更していません。`,
      frozen: ({ number }) =>
        `申請 ${number} を止めました。何も変更されません。セキュリティの担当者が確認し、連絡します。`,
      done: ({ number, remedy }) => `申請 ${number} が完了しました。${ja[remedy].next}`,
      partial: ({ number }) =>
        `申請 ${number} は一部だけ完了しました。残りは担当者が対応します。お手数ですが、連絡をお待ちください。`,
      failed: ({ number }) =>
        `申し訳ありません。申請 ${number} は実行できませんでした。担当者が確認しますので、連絡をお待ちください。`,
    },
    requester: {
      requested: ({ number, personName }) => `${personName} さんについての申請 ${number} を受け付けました。`,
      approved: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} が承認されました。これから実行します。`,
      denied: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} は承認されませんでした。`,
      expired: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} は期限切れで終了しました。`,
      withdrawn: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} は取り下げられました。`,
      frozen: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} は、安全の確認のために止められました。`,
      done: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} が完了しました。次の手順は本人に伝えました。`,
      partial: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} は一部だけ完了しました。残りは担当者が対応します。`,
      failed: ({ number, personName }) =>
        `${personName} さんについての申請 ${number} は実行できませんでした。担当者が確認します。`,
    },
    approver: {
      requested: ({ number }) => `申請 ${number} が承認を待っています。`,
      approved: ({ number }) => `申請 ${number} の承認を記録しました。これから実行します。`,
      denied: ({ number }) => `申請 ${number} は、ほかの承認者が却下しました。何も変更していません。`,
      expired: ({ number }) =>
        `承認された申請 ${number} は、時間内に実行できなかったため終了しました。何も変更していません。`,
      withdrawn: ({ number }) => `申請 ${number} は取り下げられました。何も変更していません。`,
      frozen: ({ number }) => `申請 ${number} は、安全の確認のために止められました。何も変更していません。`,
      done: ({ number, personName }) => `申請 ${number}（${personName} さん）が完了しました。`,
      partial: ({ number, personName }) =>
        `申請 ${number}（${personName} さん）は一部だけ完了しました。残りをカードで確認し、手作業で対応してください。`,
      failed: ({ number, personName }) =>
        `申請 ${number}（${personName} さん）は実行できませんでした。理由はカードで確認できます。`,
    },
  },
  en: {
    person: {
      requested: ({ number, remedy, ownRequest, phrase }) =>
        ownRequest
          ? `Request ${number} (${en[remedy].what}) has been made. ${phrase === undefined ? '' : `Your phrase is "${phrase}". Your helpdesk calls you on the number the directory has; tell them the phrase when they ask. `}Please wait for the approval. To take it back, send "withdraw".`
          : `Somebody made request ${number} (${en[remedy].what}) for your account. If you know nothing about it, send "not me" at once: everything is stopped then.`,
      approved: ({ number, remedy }) =>
        `Request ${number} (${en[remedy].what}) was approved and is being done now. If you know nothing about it, send "not me" at once.`,
      denied: ({ number }) => `Request ${number} was not approved. Your helpdesk can tell you more.`,
      expired: ({ number }) =>
        `Request ${number} was not dealt with in time and has ended. Nothing was changed. Please ask again if you still need it.`,
      withdrawn: ({ number }) => `Request ${number} has been taken back. Nothing was changed.`,
      frozen: ({ number }) =>
        `Request ${number} has been stopped. Nothing is changed. Security is looking into it and will contact you.`,
      done: ({ number, remedy }) => `Request ${number} is done. ${en[remedy].next}`,
      partial: ({ number }) =>
        `Request ${number} was done only in part. Your helpdesk does the rest and will contact you.`,
      failed: ({ number }) =>
        `Sorry, request ${number} could not be done. Your helpdesk is looking into it and will contact you.`,
    },
    requester: {
      requested: ({ number, personName }) => `Request ${number} for ${personName} has been made.`,
      approved: ({ number, personName }) =>
        `Request ${number} for ${personName} was approved and is being done now.`,
      denied: ({ number, personName }) => `Request ${number} for ${personName} was not approved.`,
      expired: ({ number, personName }) =>
        `Request ${number} for ${personName} ended because its time was over.`,
      withdrawn: ({ number, personName }) => `Request ${number} for ${personName} has been taken back.`,
      frozen: ({ number, personName }) =>
        `Request ${number} for ${personName} has been stopped while security looks into it.`,
      done: ({ number, personName }) =>
        `Request ${number} for ${personName} is done. They have been told what to do next.`,
      partial: ({ number, personName }) =>
        `Request ${number} for ${personName} was done only in part. The helpdesk does the rest.`,
      failed: ({ number, personName }) =>
        `Request ${number} for ${personName} could not be done. The helpdesk is looking into it.`,
    },
    approver: {
      requested: ({ number }) => `Request ${number} is waiting for approval.`,
      approved: ({ number }) => `Your approval of request ${number} is recorded; it is being done now.`,
      denied: ({ number }) => `Request ${number} was denied by another approver. Nothing was changed.`,
      expired: ({ number }) =>
        `Request ${number} was approved but could not be run in time, so it has ended. Nothing was changed.`,
      withdrawn: ({ number }) => `Request ${number} has been taken back. Nothing was changed.`,
      frozen: ({ number }) =>
        `Request ${number} has been stopped while security looks into it. Nothing was changed.`,
      done: ({ number, personName }) => `Request ${number} for ${personName} is done.`,
      partial: ({ number, personName }) =>
        `Request ${number} for ${personName} was done only in part. The card shows what is left to be done by hand.`,
      failed: ({ number, personName }) =>
        `Request ${number} for ${personName} could not be done. The card says why.`,
    },
  },
};

/** What is told about a pass: the way to see it once, or that it was never seen. Never the pass itself. */
export const passTold: Readonly<
  Record<
    Language,
    {
      readonly ready: (facts: { number: string; personName: string; minutes: number }) => string;
      readonly readyForPerson: (facts: { number: string; minutes: number }) => string;
      /** To the approver, who tells the person what opens the page. */
      readonly tellWords: (facts: {
        number: string;
        personName: string;
        words: string;
        minutes: number;
      }) => string;
      /** What the person does who has seen it themselves. */
      readonly seen: (facts: { number: string }) => string;
      /** The button that opens the page. */
      readonly open: string;
      readonly leftOver: (facts: { number: string; personName: string }) => string;
    }
  >
> = {
  ja: {
    ready: ({ number, personName, minutes }) =>
      `申請 ${number}：${personName} さんの一時アクセス パスを発行しました。本人に電話がつながってから、ページを開いて読み上げてください。表示は 1 回だけで、${minutes} 分以内に開かないとパスを削除します。`,
    readyForPerson: ({ number, minutes }) =>
      `申請 ${number}：一時アクセス パスを発行しました。担当者が電話で「2 つの言葉」をお伝えします。ページを開き、その言葉を入れると、パスが 1 回だけ表示されます。${minutes} 分以内に開かないと、パスは削除されます。`,
    tellWords: ({ number, personName, words, minutes }) =>
      `申請 ${number}：${personName} さんの一時アクセス パスを発行しました。パスは本人だけに表示され、あなたには表示されません。登録済みの番号への通話で、本人に次の言葉を伝えてください：「${words}」。チャットやメールでは送らないでください。本人が ${minutes} 分以内に開かないと、パスを削除します。`,
    seen: ({ number }) =>
      `申請 ${number} が完了しました。https://aka.ms/mysecurityinfo を開き、サインインの画面で、いま表示されたパスを入力して、10 分以内にパスキーか認証アプリを登録してください。パスは 1 回だけ使えます。ほかの人には教えないでください。`,
    open: 'ページを開く（1 回だけ）',
    leftOver: ({ number, personName }) =>
      `申請 ${number}：${personName} さんの一時アクセス パスを削除できませんでした。Microsoft Entra 管理センターの「認証方法」から削除してください。`,
  },
  en: {
    ready: ({ number, personName, minutes }) =>
      `Request ${number}: the Temporary Access Pass for ${personName} has been issued. Once they are on the phone, open the page and read it out. It is shown once, and is deleted if you do not open it within ${minutes} minutes.`,
    readyForPerson: ({ number, minutes }) =>
      `Request ${number}: your Temporary Access Pass has been issued. Your helpdesk tells you two words on the phone. Open the page and enter them, and the pass is shown to you once. It is deleted if you do not open it within ${minutes} minutes.`,
    tellWords: ({ number, personName, words, minutes }) =>
      `Request ${number}: the Temporary Access Pass for ${personName} has been issued. It is shown to them only, not to you. On the call to the number the directory has, tell them these words: "${words}". Do not send them in a chat or a mail. The pass is deleted if they do not open it within ${minutes} minutes.`,
    seen: ({ number }) =>
      `Request ${number} is done. Please open https://aka.ms/mysecurityinfo, enter the pass that you were just shown when you sign in, and register a passkey or an authenticator app within 10 minutes. It works once; tell nobody else.`,
    open: 'Open the page (once)',
    leftOver: ({ number, personName }) =>
      `Request ${number}: the Temporary Access Pass of ${personName} could not be deleted. Please delete it in the Microsoft Entra admin center under Authentication methods.`,
  },
};
