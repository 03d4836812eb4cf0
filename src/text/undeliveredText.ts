import type { Language } from '../cases/language';

interface UndeliveredText {
  readonly sendAgain: string;
  readonly blocked: (requestNumber: string, personName: string) => string;
}

/** What is said where Teams did not take a message. */
export const undeliveredText: Readonly<Record<Language, UndeliveredText>> = {
  ja: {
    sendAgain:
      '先ほどは Teams の都合で、返信をお届けできませんでした。お手数ですが、直前のメッセージをもう一度お送りください。',
    blocked: (requestNumber, personName) =>
      `申請 ${requestNumber}：${personName} さんに、チャットで結果をお知らせできません（アプリが削除またはブロックされています）。別の方法でお知らせください。`,
  },
  en: {
    sendAgain:
      'Microsoft Teams did not take my reply just now. Nothing is lost: please send your last message again.',
    blocked: (requestNumber, personName) =>
      `Request ${requestNumber}: ${personName} cannot be told in chat (the app was removed or blocked). Please tell them another way.`,
  },
};
