import type { Language } from '../cases/language';

/** The words of "confirm that it is you": on its card and on its page. */
interface ConfirmText {
  readonly heading: string;
  readonly open: string;
  /** Why somebody is asked to sign in, on the card. */
  readonly told: Readonly<
    Record<
      'approve' | 'deny' | 'prove' | 'lost' | 'lostHalfway',
      (number: string, personName: string) => string
    >
  >;
  /** What the sign-in on the page is for. */
  readonly before: Readonly<Record<'approve' | 'deny' | 'prove' | 'again', string>>;
  readonly signIn: Readonly<Record<'approve' | 'deny' | 'prove' | 'again', string>>;
  readonly request: string;
  readonly yourReason: string;
  readonly gone: string;
  readonly goneTitle: string;
  readonly otherPerson: string;
  readonly notSignedIn: string;
  readonly notAnswering: string;
  readonly refusedTitle: string;
  readonly again: string;
  readonly done: Readonly<Record<'approved' | 'counted' | 'denied' | 'proven' | 'again', string>>;
  readonly doneTitle: Readonly<Record<'approved' | 'counted' | 'denied' | 'proven' | 'again', string>>;
  readonly passComes: string;
  readonly passWaits: string;
  readonly passElsewhere: string;
  readonly mayClose: string;
  readonly ownPageOnly: string;
}

export const confirmText: Readonly<Record<Language, ConfirmText>> = {
  ja: {
    heading: 'ご本人の確認',
    open: 'サインインして確認する',
    told: {
      approve: (number, name) =>
        `申請 ${number}（${name} さん）の承認には、あなたのサインインが必要です。ページを開き、サインインしてください。15 分以内に済むまで、何も変わりません。`,
      deny: (number, name) =>
        `申請 ${number}（${name} さん）の却下には、あなたのサインインが必要です。ページを開き、サインインしてください。15 分以内に済むまで、何も変わりません。`,
      prove: (number, name) =>
        `申請 ${number}（${name} さん）について、残っている方法でサインインすると、ご本人の確認になります。ページを開いてください。`,
      lost: (number, name) =>
        `申請 ${number}（${name} さん）：承認のあと、実行する前にシステムが再起動しました。まだ何も変わっていません。続けるには、もう一度サインインしてください。`,
      lostHalfway: (number, name) =>
        `申請 ${number}（${name} さん）：実行の途中でシステムが再起動しました。一部はすでに変わっている可能性があります。続けるには、もう一度サインインしてください。サインインがないときは、済んだところまでを報告して終わります。`,
    },
    before: {
      approve: '内容を確かめてください。サインインすると、この内容で承認します。',
      deny: '内容を確かめてください。サインインすると、この申請を却下します。',
      prove: 'サインインすると、下の申請の対象者がご本人であることの確認として記録します。',
      again: '承認済みの内容です。サインインすると、続きを実行します。',
    },
    signIn: {
      approve: 'サインインして承認する',
      deny: 'サインインして却下する',
      prove: 'サインインして本人と示す',
      again: 'サインインして続ける',
    },
    request: '申請',
    yourReason: 'あなたの書いた理由',
    goneTitle: 'このリンクは使えません',
    gone: 'このリンクは使用済みか、期限が切れたか、申請の内容が変わりました。必要なときは、カードのボタンをもう一度押してください。',
    otherPerson:
      '別の人のアカウントでサインインしたため、何も変えていません。ボタンを押したご本人のアカウントで、もう一度サインインしてください。',
    notSignedIn: 'サインインを確認できなかったため、何も変えていません。もう一度お試しください。',
    notAnswering:
      'いまサインインの確認ができないため、何も変えていません。少し待ってから、もう一度お試しください。',
    refusedTitle: '受け付けられませんでした',
    again: 'もう一度サインインする',
    doneTitle: {
      approved: '承認しました',
      counted: '承認を受け付けました',
      denied: '却下しました',
      proven: 'ご本人と確認しました',
      again: '続きを実行します',
    },
    done: {
      approved: '承認を受け付けました。これから実行し、結果はチャットでお知らせします。',
      counted: 'あなたの承認を受け付けました。あと 1 人以上の承認がそろうと実行します。',
      denied: '却下しました。何も変わりません。依頼した人にお知らせします。',
      proven: '記録しました。このあと、承認者が判断します。',
      again: 'ありがとうございます。続きを実行し、結果はチャットでお知らせします。',
    },
    passComes:
      'パスを発行しています。このページは数秒ごとに新しくなります。発行できると、ここに一度だけ表示できます。',
    passWaits: 'パスを発行しました。',
    passElsewhere:
      'パスは、対象者ご本人だけに表示されます。ご本人が開くための言葉をチャットに送りますので、電話で伝えてください。',
    mayClose: 'このページは閉じてかまいません。',
    ownPageOnly: '別のページから送られたため、受け付けませんでした。リンクを直接開いてください。',
  },
  en: {
    heading: 'Confirm that it is you',
    open: 'Sign in to confirm',
    told: {
      approve: (number, name) =>
        `To approve request ${number} (${name}), sign in once more on our page. Nothing changes until you have, within 15 minutes.`,
      deny: (number, name) =>
        `To deny request ${number} (${name}), sign in once more on our page. Nothing changes until you have, within 15 minutes.`,
      prove: (number, name) =>
        `Request ${number} (${name}): sign in with a method that still works, and that proves who you are. Please open the page.`,
      lost: (number, name) =>
        `Request ${number} (${name}): the system restarted after you approved and before anything was done. Nothing has changed yet. To go on, sign in once more.`,
      lostHalfway: (number, name) =>
        `Request ${number} (${name}): the system restarted in the middle. A part may be changed already. To go on, sign in once more; otherwise it ends with a report of what was done.`,
    },
    before: {
      approve: 'Check what it is about. Signing in approves exactly this.',
      deny: 'Check what it is about. Signing in denies the request.',
      prove: 'Signing in is written down as the proof that you are the person of this request.',
      again: 'You approved this. Signing in lets it go on.',
    },
    signIn: {
      approve: 'Sign in and approve',
      deny: 'Sign in and deny',
      prove: 'Sign in to prove who I am',
      again: 'Sign in and go on',
    },
    request: 'Request',
    yourReason: 'Your reason',
    goneTitle: 'This link cannot be used',
    gone: 'This link was used, has expired, or the request has changed. If it is still needed, press the button on the card again.',
    otherPerson:
      'You signed in with the account of somebody else, so nothing was changed. Please sign in again with the account of the person who pressed the button.',
    notSignedIn: 'The sign-in could not be confirmed, so nothing was changed. Please try again.',
    notAnswering:
      'Sign-ins cannot be checked right now, so nothing was changed. Please try again in a moment.',
    refusedTitle: 'Not accepted',
    again: 'Sign in again',
    doneTitle: {
      approved: 'Approved',
      counted: 'Your approval counts',
      denied: 'Denied',
      proven: 'You have proven who you are',
      again: 'Going on',
    },
    done: {
      approved: 'Your approval was taken. It is carried out now; the chat tells you what came of it.',
      counted: 'Your approval was taken. It is carried out once at least one more approver has agreed.',
      denied: 'The request was denied. Nothing changes, and whoever asked is told.',
      proven: 'This was written down. An approver decides next.',
      again: 'Thank you. It goes on now; the chat tells you what came of it.',
    },
    passComes:
      'The pass is being issued. This page renews itself every few seconds. Once it is there, you can have it shown here, once.',
    passWaits: 'The pass has been issued.',
    passElsewhere:
      'The pass is shown to the person concerned only. The words that open it come to your chat: tell them on the phone.',
    mayClose: 'You can close this page.',
    ownPageOnly: 'Not accepted, because it was sent from another page. Please open the link itself.',
  },
};
