import type { Bilingual, Language } from '../cases/language';

interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Every word of the page that says what Monban is, what it keeps and who may use it. */
export const aboutTexts: {
  readonly title: Bilingual;
  readonly sections: Readonly<Record<Language, readonly Section[]>>;
} = {
  title: { ja: '門番（Monban）について', en: 'About Monban' },
  sections: {
    ja: [
      {
        anchor: 'about',
        title: '何をするもの？',
        paragraphs: [
          'Monban は、Microsoft 365 にサインインできない人を手伝う Teams のボットです。短い質問をして、考えられる原因と、次にすることをお伝えします。',
          '管理者でないとできないことは、管理者に申請します。管理者の承認と本人確認がないかぎり、アカウントは何も変わりません。',
        ],
      },
      {
        anchor: 'data',
        title: 'どの情報を使う？',
        paragraphs: [
          'ボットに書かれたことと、案内に必要な組織のディレクトリの情報（アカウントの状態、登録済みのサインイン方法、役割など）を読みます。',
          '案件には、選ばれた答えと所見、申請と承認の記録が残ります。パスワードとパスの値は残しません。情報は、この組織が運用する Monban の中だけに保存されます。',
          '保存期間や、ご自分の記録の確認については、組織のヘルプデスクにお尋ねください。',
        ],
      },
      {
        anchor: 'use',
        title: '誰が使える？',
        paragraphs: [
          'この組織の利用者だけが使えます。ご自分のこと、または困っている同僚のことで使ってください。承認と申請は、すべて記録されます。',
        ],
      },
    ],
    en: [
      {
        anchor: 'about',
        title: 'What is it?',
        paragraphs: [
          'Monban is a Teams bot that helps people who cannot sign in to Microsoft 365. It asks short questions, and says what is most likely the matter and what to do next.',
          'Where only an administrator can help, it asks one. Nothing about an account changes without an administrator’s approval and a proof of identity.',
        ],
      },
      {
        anchor: 'data',
        title: 'What does it know?',
        paragraphs: [
          'It reads what is written to it, and what it needs from this organisation’s directory: the state of an account, the registered sign-in methods, roles and the like.',
          'A case keeps the answers that were chosen, what was found, and the record of requests and approvals. It keeps no password and no pass. All of it stays in the Monban that this organisation runs.',
          'For how long it is kept, and to see your own record, please ask this organisation’s helpdesk.',
        ],
      },
      {
        anchor: 'use',
        title: 'Who may use it?',
        paragraphs: [
          'People of this organisation only, for their own account or for a colleague who is locked out. Every request and every decision is recorded.',
        ],
      },
    ],
  },
};
