import type { Language } from '../cases/language';

/** What the helpdesk's own ticket system is told: no names, no words of a person; those are in Monban. */
interface TicketText {
  readonly summary: (caseNumber: string) => string;
  readonly description: (caseNumber: string) => string;
  readonly happened: Readonly<Record<string, string>>;
  /** To the staff channel, of what came from the other system. */
  readonly fromThere: Readonly<
    Record<'commented' | 'resolved' | 'reopened', (caseNumber: string, reference: string) => string>
  >;
}

export const ticketText: Readonly<Record<Language, TicketText>> = {
  ja: {
    summary: (caseNumber) => `Microsoft 365 にサインインできない（Monban 案件 ${caseNumber}）`,
    description: (caseNumber) =>
      `Monban の案件 ${caseNumber} です。内容は担当者のチャネルのカードと、「記録 ${caseNumber}」で確認できます。`,
    happened: {
      'case.handedOver': '担当者に引き継ぎました',
      'case.claimed': '担当者が引き受けました',
      'case.handedBack': 'ボットに戻しました',
      'case.resolved': '担当者が終了しました',
      'case.reopened': '再開しました',
      'case.closed': '案件を終了しました',
      'request.opened': '対処の申請が出されました',
      'request.approved': '申請が承認されました',
      'request.denied': '申請が却下されました',
      'request.expired': '申請が期限切れになりました',
      'request.withdrawn': '申請が取り下げられました',
      'request.frozen': '申請が凍結されました（セキュリティ確認中）',
      'remedy.done': '対処が完了しました',
      'remedy.partial': '対処は一部だけ完了しました',
      'remedy.failed': '対処を実行できませんでした',
      'recovery.staffTold': '本人の手順が終わらないため、担当者に引き継ぎました',
      'microsoft.begun': 'Microsoft サポートへの連絡手順を案内しました',
      'microsoft.ticketKept': 'Microsoft サポートの受付番号を控えました',
      'microsoft.accessBack': '管理者のアクセスが戻ったとの連絡がありました',
      'watch.alert': '対処のあと、いつもと違うサインインがありました',
    },
    fromThere: {
      commented: (caseNumber, reference) =>
        `案件 ${caseNumber}：チケット ${reference} にコメントが付きました。`,
      resolved: (caseNumber, reference) =>
        `案件 ${caseNumber}：チケット ${reference} が解決済みになりました。案件は、復旧を確認したときに終了します。`,
      reopened: (caseNumber, reference) => `案件 ${caseNumber}：チケット ${reference} が再開されました。`,
    },
  },
  en: {
    summary: (caseNumber) => `Cannot sign in to Microsoft 365 (Monban case ${caseNumber})`,
    description: (caseNumber) =>
      `This is Monban's case ${caseNumber}. What it is about is on the card in the staff channel, and in "record ${caseNumber}".`,
    happened: {
      'case.handedOver': 'handed over to staff',
      'case.claimed': 'somebody of the staff took it',
      'case.handedBack': 'handed back to the bot',
      'case.resolved': 'closed by staff',
      'case.reopened': 'opened again',
      'case.closed': 'the case was closed',
      'request.opened': 'a remedy was asked for',
      'request.approved': 'the request was approved',
      'request.denied': 'the request was denied',
      'request.expired': 'the request has expired',
      'request.withdrawn': 'the request was taken back',
      'request.frozen': 'the request was frozen (security is looking)',
      'remedy.done': 'the remedy is done',
      'remedy.partial': 'the remedy was done only in part',
      'remedy.failed': 'the remedy could not be done',
      'recovery.staffTold': 'the person did not finish; staff were told',
      'microsoft.begun': "the way to Microsoft's support was told",
      'microsoft.ticketKept': "the number of Microsoft's ticket was kept",
      'microsoft.accessBack': 'the administrator says that access is back',
      'watch.alert': 'an unusual sign-in was seen after the remedy',
    },
    fromThere: {
      commented: (caseNumber, reference) => `Case ${caseNumber}: ticket ${reference} has a new comment.`,
      resolved: (caseNumber, reference) =>
        `Case ${caseNumber}: ticket ${reference} was resolved. The case closes once the recovery is seen.`,
      reopened: (caseNumber, reference) => `Case ${caseNumber}: ticket ${reference} was opened again.`,
    },
  },
};
