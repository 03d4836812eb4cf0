import type { Language } from '../cases/language';
import type { RemedyKind } from '../cases/remedyPlan';

/** The words for one kind of remedy. */
interface RemedyWords {
  /** On cards. */
  readonly name: string;
  /** The button with which a person asks for it. */
  readonly askFor: string;
  /** Within a sentence to the people around a request. */
  readonly what: string;
  /** What the person does when it is done. */
  readonly next: string;
  /** How an administrator does it, or the rest of it, by hand. */
  readonly byHand: string;
}

/** Whose sign-in page this is in every tenant: where a person registers methods. */
const registerAt = 'https://aka.ms/mysecurityinfo';
const portal = 'https://entra.microsoft.com';

export const remedyText: Readonly<Record<Language, Readonly<Record<RemedyKind, RemedyWords>>>> = {
  ja: {
    'require-mfa-reregistration': {
      name: '多要素認証の再登録を求める',
      askFor: '登録のやり直しを依頼する',
      what: '多要素認証の再登録',
      next: `登録していた電話と認証アプリを消しました。パスワードは変わっていません。${registerAt} をパソコンなどで開いてサインインし、まずパスキー、次に認証アプリを登録してください。`,
      byHand: `${portal} →「ユーザー」→ 対象者 →「認証方法」で、残っている方法を削除します。`,
    },
    'issue-temporary-access-pass': {
      name: '一時アクセス パスを発行する',
      askFor: '一時アクセス パスを依頼する',
      what: '一時アクセス パスの発行',
      next: `担当者が一時アクセス パスをお伝えします。${registerAt} を開き、サインインの画面でそのパスを入力して、10 分以内にパスキーか認証アプリを登録してください。パスは 1 回だけ使え、ほかの人には教えないでください。`,
      byHand: `${portal} →「ユーザー」→ 対象者 →「認証方法」で、一時アクセス パスが残っていれば削除します。`,
    },
    'mend-phone-number': {
      name: '電話番号の登録を直す',
      askFor: '電話番号を直してもらう',
      what: '電話番号の登録の修正',
      next: '登録されている電話番号の形式を直しました。もう一度サインインして、コードか電話が届くかお試しください。',
      byHand: `${portal} →「ユーザー」→ 対象者 →「認証方法」→ 電話の「編集」で、「+81 9012345678」の形（国番号のあとに 0 を付けない）に直します。`,
    },
    'remove-one-method': {
      name: '古い認証方法を 1 つ削除する',
      askFor: '古い登録を消してもらう',
      what: '古い認証方法の削除',
      next: `古い登録を 1 つ消しました。ほかの登録はそのまま使えます。新しいものは ${registerAt} で追加できます。`,
      byHand: `${portal} →「ユーザー」→ 対象者 →「認証方法」で、その方法を削除します。既定の方法のときは、先に「既定のサインイン方法」を変えます。`,
    },
    'exclude-for-a-time': {
      name: '条件付きアクセスから一時的に除外する',
      askFor: '一時的な除外を依頼する',
      what: '条件付きアクセスからの一時的な除外',
      next: `しばらくのあいだ、サインインの条件がゆるめられています。反映に数分かかることがあります。この間に ${registerAt} を開き、パスキーか認証アプリを登録してください。時間が来ると元に戻ります。`,
      byHand: `${portal} →「グループ」→ 除外用グループ →「メンバー」で、対象者がまだ入っていれば外します。`,
    },
    'dismiss-user-risk': {
      name: 'ユーザー リスクを解除する',
      askFor: 'リスクの解除を依頼する',
      what: 'ユーザー リスクの解除',
      next: 'サインインを止めていた「危険」の判定を解除しました。数分おいてから、もう一度サインインしてください。',
      byHand: `${portal} →「保護」→「Identity Protection」→「危険なユーザー」で対象者を選び、「ユーザー リスクを無視する」を押します。`,
    },
    'confirm-user-risk': {
      name: 'アカウントの侵害を確定する',
      askFor: '乗っ取りとして報告する',
      what: 'アカウント侵害の確定',
      next: 'アカウントを守るため、危険な状態として記録しました。担当者からの連絡をお待ちください。身に覚えのない通知は承認しないでください。',
      byHand: `${portal} →「保護」→「Identity Protection」→「危険なユーザー」で対象者を選び、「ユーザーの侵害を確認する」を押します。`,
    },
    'enable-account': {
      name: 'アカウントを有効にする',
      askFor: 'アカウントの有効化を依頼する',
      what: 'アカウントの有効化',
      next: 'アカウントを有効にしました。数分おいてから、もう一度サインインしてください。',
      byHand: `${portal} →「ユーザー」→ 対象者 →「プロパティ」→「アカウントが有効」をオンにします。同期されたアカウントは、社内の Active Directory で有効にします。`,
    },
    'revoke-sessions': {
      name: 'すべてのサインインを取り消す',
      askFor: 'すべての端末からサインアウトする',
      what: 'すべての端末からのサインアウト',
      next: 'すべての端末からサインアウトしました。反映に数分かかります。使うときは、もう一度サインインしてください。',
      byHand: `${portal} →「ユーザー」→ 対象者 →「セッションの取り消し」を押します。`,
    },
  },
  en: {
    'require-mfa-reregistration': {
      name: 'Require MFA re-registration',
      askFor: 'Ask to register again',
      what: 'MFA re-registration',
      next: `Your registered phones and authenticator apps have been removed; your password has not changed. Please open ${registerAt}, sign in, and register a passkey first, then an authenticator app.`,
      byHand: `${portal} > Users > the person > Authentication methods: delete what is still there.`,
    },
    'issue-temporary-access-pass': {
      name: 'Issue a Temporary Access Pass',
      askFor: 'Ask for a Temporary Access Pass',
      what: 'a Temporary Access Pass',
      next: `Your helpdesk reads the Temporary Access Pass to you. Please open ${registerAt}, enter it when you sign in, and register a passkey or an authenticator app within 10 minutes. It works once; tell nobody else.`,
      byHand: `${portal} > Users > the person > Authentication methods: delete the Temporary Access Pass if one is left.`,
    },
    'mend-phone-number': {
      name: 'Put a phone number right',
      askFor: 'Have the phone number put right',
      what: 'mending a phone number',
      next: 'The form of your registered phone number has been put right. Please sign in again and see whether the code or call arrives.',
      byHand: `${portal} > Users > the person > Authentication methods > the phone's Edit: write it as "+81 9012345678", with no 0 after the country code.`,
    },
    'remove-one-method': {
      name: 'Remove one old method',
      askFor: 'Have an old entry removed',
      what: 'removing one old method',
      next: `One old entry has been removed; the others still work. You can add a new one at ${registerAt}.`,
      byHand: `${portal} > Users > the person > Authentication methods: delete that method. If it is the default, change the default sign-in method first.`,
    },
    'exclude-for-a-time': {
      name: 'Exclude from Conditional Access for a time',
      askFor: 'Ask for an exclusion for a time',
      what: 'an exclusion from Conditional Access for a time',
      next: `Some sign-in conditions are lifted for a while; it may take some minutes to work. Please open ${registerAt} now and register a passkey or an authenticator app. When the time is over, everything is as before.`,
      byHand: `${portal} > Groups > the exclusion group > Members: remove the person if they are still in it.`,
    },
    'dismiss-user-risk': {
      name: 'Dismiss the user risk',
      askFor: 'Ask to have the risk dismissed',
      what: 'dismissing the user risk',
      next: 'The risk that held your sign-in back has been dismissed. Please wait some minutes and sign in again.',
      byHand: `${portal} > Protection > Identity Protection > Risky users: choose the person and press "Dismiss user(s) risk".`,
    },
    'confirm-user-risk': {
      name: 'Confirm the account as compromised',
      askFor: 'Report it as taken over',
      what: 'confirming the account as compromised',
      next: 'Your account is now marked as at risk, to protect it. Your helpdesk will contact you. Please approve no prompt that you did not start.',
      byHand: `${portal} > Protection > Identity Protection > Risky users: choose the person and press "Confirm user(s) compromised".`,
    },
    'enable-account': {
      name: 'Enable the account',
      askFor: 'Ask to have the account enabled',
      what: 'enabling the account',
      next: 'Your account is enabled. Please wait some minutes and sign in again.',
      byHand: `${portal} > Users > the person > Properties: switch "Account enabled" on. A synchronised account is enabled in the Active Directory on your premises.`,
    },
    'revoke-sessions': {
      name: 'Revoke all sessions',
      askFor: 'Sign out on every device',
      what: 'signing out on every device',
      next: 'You have been signed out on every device; it takes some minutes to arrive. Please sign in again where you need it.',
      byHand: `${portal} > Users > the person: press "Revoke sessions".`,
    },
  },
};
