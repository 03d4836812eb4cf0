import type { Bilingual } from '../../cases/language';

/** Every word of the simulated sign-in page. */
export const signInTexts = {
  title: { ja: 'サインイン（サンドボックス）', en: 'Sign in (sandbox)' },
  what: {
    ja: 'ここは Microsoft のサインイン画面の代わりです。だれとしてサインインするかを選んでください。パスワードはありません。',
    en: 'This stands in for the sign-in page of Microsoft. Choose who you are. There is no password.',
  },
  again: {
    ja: 'アプリが、もう一度サインインするよう求めています。',
    en: 'The app asks you to sign in once more.',
  },
  who: { ja: 'サインインする人', en: 'Person' },
  signIn: { ja: 'サインイン', en: 'Sign in' },
  cancel: { ja: 'キャンセル', en: 'Cancel' },
  otherLanguage: { ja: 'English', en: '日本語' },
  over: {
    ja: 'このサインインは終わったか、期限が切れています。アプリからもう一度始めてください。',
    en: 'This sign-in is over or has expired. Please start again from the app.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
