import type { Bilingual } from '../cases/language';

/** Every word of the page that shows a pass. */
export const passPageTexts = {
  title: { ja: '一時アクセスパス', en: 'Temporary Access Pass' },
  before: {
    ja: 'このページでは、一時アクセスパスを一度だけ表示します。読む準備ができてから、ボタンを押してください。画面を共有しているときは、先に共有を止めてください。',
    en: 'This page shows a Temporary Access Pass once only. Press the button when you are ready to read it. If you share your screen, stop sharing first.',
  },
  signInFirst: {
    ja: 'パスを受け取るご本人か確かめるため、先にサインインしてください。',
    en: 'To make sure that the pass is for you, please sign in first.',
  },
  signInButton: { ja: 'サインインする', en: 'Sign in' },
  wordsFirst: {
    ja: '担当者から電話で聞いた 2 つの言葉を入れて、ボタンを押してください。パスが一度だけ表示されます。画面を共有しているときは、先に共有を止めてください。',
    en: 'Enter the two words that your helpdesk told you on the phone, and press the button. The pass is shown once only. If you share your screen, stop sharing first.',
  },
  words: { ja: '電話で聞いた言葉', en: 'The words you were told' },
  wordsWrong: {
    ja: '言葉が違います。担当者にもう一度確かめてください。何度も違うと、パスは表示できなくなります。',
    en: 'These are not the words. Please ask your helpdesk again. After several wrong ones the pass cannot be shown any more.',
  },
  orSignIn: { ja: 'サインインできる場合', en: 'If you can sign in' },
  ownWarnings: {
    ja: [
      'チャットやメールに貼り付けないでください。',
      'だれにも教えないでください。担当者がパスをたずねることはありません。',
    ],
    en: ['Do not paste it into a chat or a mail.', 'Tell it to nobody. Your helpdesk never asks you for it.'],
  },
  show: { ja: 'パスを表示する', en: 'Show the pass' },
  passFor: { ja: '対象者', en: 'Pass for' },
  lifetime: { ja: '有効時間', en: 'Works for' },
  use: { ja: '使える回数', en: 'Can be used' },
  useOnce: { ja: '1 回だけ', en: 'once' },
  useOften: { ja: '有効時間内は何度でも', en: 'as often as needed while it works' },
  onlyNow: {
    ja: 'このパスは二度と表示できません。ページを閉じると見られなくなります。',
    en: 'This pass cannot be shown again. It is gone when you close the page.',
  },
  spelled: { ja: '電話で伝えるとき', en: 'To read it out on the phone' },
  warnings: {
    ja: [
      'チャットやメールに貼り付けないでください。',
      '本人にだけ、確認した電話番号への通話か対面で伝えてください。',
      'パスを教えるよう求める連絡が来ても、応じないでください。',
    ],
    en: [
      'Do not paste it into a chat or a mail.',
      'Tell it to the person concerned only, in a call to the number you checked or face to face.',
      'Do not give it to anybody who asks you for it.',
    ],
  },
  signIn: {
    ja: 'サインイン画面でユーザー名を入れると、パスの入力欄が出ます。',
    en: 'On the sign-in page, enter the user name; then there is a field for the pass.',
  },
  gone: {
    ja: 'このリンクは使用済みか、期限が切れています。パスがまだ必要なときは、担当者にもう一度発行を頼んでください。',
    en: 'This link was used already or has expired. If the pass is still needed, ask your helpdesk to issue a new one.',
  },
  goneTitle: { ja: 'もう表示できません', en: 'Nothing to show any more' },
  refused: {
    ja: '別のページから開かれたため、表示しませんでした。リンクを直接開いてください。',
    en: 'Not shown, because the request came from another page. Please open the link itself.',
  },
} as const satisfies Readonly<Record<string, Bilingual | Readonly<Record<'ja' | 'en', readonly string[]>>>>;

/** A lifetime in whole minutes or hours. */
export function lifetimeText(minutes: number): Bilingual {
  if (minutes >= 120 && minutes % 60 === 0)
    return { ja: `${minutes / 60} 時間`, en: `${minutes / 60} hours` };
  return { ja: `${minutes} 分`, en: minutes === 1 ? '1 minute' : `${minutes} minutes` };
}
