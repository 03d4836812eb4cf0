import type { Activity } from 'botbuilder';
import type { Bilingual, Language } from '../cases/language';

/** The few words that are said before or after the bot's own conversation. */
export const edgeTexts = {
  failed: (turnId: string): Bilingual => ({
    ja: `申し訳ありません。こちらの不具合で処理できませんでした。もう一度お試しください。続くときは、番号 ${turnId} を担当者にお伝えください。`,
    en: `Sorry, something went wrong on our side. Please try again. If it goes on, tell your helpdesk the number ${turnId}.`,
  }),
  busy: {
    ja: 'ただいま処理が混み合っています。少し待ってから、もう一度お試しください。',
    en: 'There is a lot going on right now. Please wait a moment and try again.',
  },
  storeGone: {
    ja: 'ただいま記録の読み書きができず、今回の操作は受け付けられませんでした。これまでに受け付けた内容は残っています。数分たってから、もう一度お試しください。お急ぎのときは、担当者に電話でご連絡ください。',
    en: 'Our records cannot be read or written right now, so this was not taken. Whatever was taken before is kept. Please try again in a few minutes; if it is urgent, call your helpdesk.',
  },
  working: {
    ja: '確認に時間がかかっています。結果は、このあとメッセージでお知らせします。1 分たっても届かないときは、もう一度押してください。',
    en: 'Checking takes a moment; what came of it follows as a message. If nothing has come after a minute, please press again.',
  },
  unknownButton: {
    ja: 'このボタンはもう使えません。新しいカードから操作してください。',
    en: 'This button no longer works. Please use a newer card.',
  },
} as const;

/** The language of the sender's Teams client. */
export function languageOf(activity: Pick<Activity, 'locale'>): Language {
  return /^ja\b/i.test(activity.locale ?? '') ? 'ja' : 'en';
}
