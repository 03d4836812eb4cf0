import type { Language } from '../cases/language';

interface DeadLetterText {
  readonly told: (reference: string, kind: string, reason: string) => string;
  readonly toldOfRequest: (reference: string, request: string, reason: string) => string;
  readonly none: string;
  readonly list: (lines: readonly string[]) => string;
  readonly retried: (reference: string) => string;
  readonly runRetried: (reference: string) => string;
  readonly unknown: string;
  readonly retryWhat: string;
}

/** What staff read about jobs that were given up. */
export const deadLetterText: Readonly<Record<Language, DeadLetterText>> = {
  ja: {
    told: (reference, kind, reason) =>
      `処理 ${reference}（${kind}）を完了できませんでした。理由：${reason}。原因を直したら「再実行 ${reference}」と書いてください。一覧は「ジョブ」です。`,
    toldOfRequest: (reference, request, reason) =>
      `申請 ${request} の実行（処理 ${reference}）を続けられませんでした。理由：${reason}。申請は、ここまでの結果で終了します。原因を直したら「続行 ${request}」と書いてください。残りについて、改めて承認をお願いします。`,
    none: '完了できなかった処理はありません。',
    list: (lines) =>
      `完了できなかった処理（古い順）：\n\n${lines.join('\n\n')}\n\n「再実行 J-…」でもう一度実行します。`,
    retried: (reference) => `処理 ${reference} をもう一度実行します。`,
    runRetried: (reference) =>
      `処理 ${reference} をもう一度実行します。ただし、申請が終了している場合は何も行いません。その場合は「続行 R-…」と書いてください。`,
    unknown: 'その番号の、完了できなかった処理はありません。「ジョブ」で一覧を見られます。',
    retryWhat: '「再実行」のあとに処理の番号を書いてください。例：「再実行 J-1a2b3c4d」',
  },
  en: {
    told: (reference, kind, reason) =>
      `Job ${reference} (${kind}) could not be done. Reason: ${reason}. Once the cause is mended, write "retry ${reference}". "jobs" lists all of them.`,
    toldOfRequest: (reference, request, reason) =>
      `Request ${request} could not be carried out to its end (job ${reference}). Reason: ${reason}. It ends with what was done so far. Once the cause is mended, write "resume ${request}": what is left is asked for anew, and needs its approval.`,
    none: 'There are no jobs that could not be done.',
    list: (lines) =>
      `Jobs that could not be done, the oldest first:\n\n${lines.join('\n\n')}\n\n"retry J-…" runs one again.`,
    retried: (reference) => `Job ${reference} runs again.`,
    runRetried: (reference) =>
      `Job ${reference} runs again. If its request has ended, nothing is done: write "resume R-…" instead.`,
    unknown: 'No job with that number is waiting to be retried. "jobs" lists them.',
    retryWhat: 'Write the number of the job after "retry", for example: "retry J-1a2b3c4d".',
  },
};
