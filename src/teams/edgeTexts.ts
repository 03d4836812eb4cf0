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
  working: {
    ja: '受け付けました。確認に時間がかかっています。結果は、このあとメッセージでお知らせします。',
    en: 'Received. Checking takes a moment; what came of it follows as a message.',
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
