import type { RecoveryStep } from '../cases/followUp';
import type { Language } from '../cases/language';
import type { PersonKind } from '../cases/personKinds';

/** The parts of a work record, in the order in which they are read. */
export const recordParts = [
  'event',
  'account',
  'firstResponse',
  'operations',
  'reregistration',
  'verification',
  'restoration',
  'audit',
  'remarks',
] as const;
export type RecordPart = (typeof recordParts)[number];

interface RecordText {
  readonly title: (caseNumber: string) => string;
  readonly part: Readonly<Record<RecordPart, string>>;
  readonly none: string;
  readonly case: string;
  readonly state: Readonly<Record<'open' | 'closed', string>>;
  readonly opened: string;
  readonly closed: string;
  readonly writtenAt: string;
  readonly by: (who: string, what: string) => string;
  readonly bot: string;
  readonly cause: (name: string) => string;
  readonly route: (name: string) => string;
  readonly finding: (words: string) => string;
  readonly redFlag: (words: string) => string;
  readonly personKind: Readonly<Record<PersonKind, string>>;
  readonly openedBy: (who: string) => string;
  readonly request: (number: string, remedy: string, state: string) => string;
  readonly proven: (how: string) => string;
  readonly decided: Readonly<Record<'approved' | 'denied', (reason: string) => string>>;
  readonly step: (name: string, outcome: string) => string;
  readonly seen: Readonly<Record<RecoveryStep, string>>;
  readonly unseeable: Readonly<Record<RecoveryStep, string>>;
  readonly open: Readonly<Record<RecoveryStep, string>>;
  readonly ticketAtMicrosoft: (number: string) => string;
  readonly accessBack: string;
  readonly ticket: (reference: string, link: string) => string;
  readonly entries: (count: number, from: string, to: string) => string;
  readonly nothingUnusual: string;
  readonly unusual: string;
  readonly stepFailed: (name: string, why: string) => string;
  readonly twoAdmins: string;
  readonly note: (text: string) => string;
  readonly page: (page: number, of: number) => string;
  readonly more: (count: number) => string;
  readonly openPdf: string;
  readonly pdfOnce: string;
  readonly pdfByCommand: (title: string) => string;
  /** What an entry of the trail means; those that are not here are told elsewhere in the record, or not at all. */
  readonly happened: Readonly<Record<string, string>>;
}

/** What security looks for: each of these makes a case's trail unusual. */
export const unusualEvents = [
  'request.frozen',
  'request.freezeTooLate',
  'case.redFlagged',
  'case.notMe',
  'request.decisionRefused',
  'request.proofRefused',
  'request.confirmationRefused',
  'request.samePair',
  'request.stopped',
  'watch.alert',
] as const;

export const recordText: Readonly<Record<Language, RecordText>> = {
  ja: {
    title: (caseNumber) => `作業記録 ${caseNumber}`,
    part: {
      event: '事象',
      account: '対象アカウント',
      firstResponse: '一次対応',
      operations: '管理操作（だれが・いつ）',
      reregistration: '再登録',
      verification: '検証',
      restoration: '原状復帰',
      audit: '監査',
      remarks: '所感・改善',
    },
    none: '記録はありません',
    case: '案件',
    state: { open: '対応中', closed: '終了' },
    opened: '受付',
    closed: '終了',
    writtenAt: '作成',
    by: (who, what) => `${who}：${what}`,
    bot: 'Monban（ボット）',
    cause: (name) => `考えられる原因：${name}`,
    route: (name) => `対応経路：${name}`,
    finding: (words) => `所見：${words}`,
    redFlag: (words) => `危険の兆候：${words}`,
    personKind: {
      ordinary: '一般のアカウント',
      synced: '同期されたアカウント',
      privileged: '管理者のアカウント',
      soleAdmin: 'ただ一人の管理者のアカウント',
      breakGlass: '緊急用のアカウント',
      guest: 'ゲスト',
      managementRestricted: '管理が制限されたアカウント',
      bot: 'ボットのアカウント',
    },
    openedBy: (who) => `受付：${who}`,
    request: (number, remedy, state) => `申請 ${number}：${remedy}（${state}）`,
    proven: (how) => `本人確認：${how}`,
    decided: {
      approved: (reason) => `承認（理由：${reason}）`,
      denied: (reason) => `却下（理由：${reason}）`,
    },
    step: (name, outcome) => `${name}：${outcome}`,
    seen: {
      newMethod: '新しい認証方法の登録を、ディレクトリで確認',
      signedIn: '登録後のサインインの成功を、サインイン ログで確認',
      secondMethod: '2 つ目の認証方法の登録を、ディレクトリで確認',
      oldRemoved: '古い登録が残っていないことを確認',
      passDeleted: '一時アクセス パスが残っていないことを確認',
      exclusionRestored: '条件付きアクセスの除外が元に戻ったことを確認',
      sessionsRevoked: 'すべての端末からのサインアウトを実行',
    },
    unseeable: {
      newMethod: '新しい認証方法は確認できませんでした',
      signedIn: 'サインイン ログを読めないため、サインインの成功は確認していません',
      secondMethod: '2 つ目の認証方法は確認できませんでした',
      oldRemoved: '古い登録は確認できませんでした',
      passDeleted: '一時アクセス パスは確認できませんでした',
      exclusionRestored: '除外グループは確認できませんでした',
      sessionsRevoked: 'サインアウトは確認できませんでした',
    },
    open: {
      newMethod: '未完了：新しい認証方法の登録',
      signedIn: '未完了：新しい方法でのサインイン',
      secondMethod: '未完了：2 つ目の認証方法（パスキー推奨）の登録',
      oldRemoved: '未完了：古い登録の削除',
      passDeleted: '未完了：一時アクセス パスの削除',
      exclusionRestored: '未完了：条件付きアクセスの除外の解除',
      sessionsRevoked: '未完了：すべての端末からのサインアウト',
    },
    ticketAtMicrosoft: (number) => `Microsoft サポートの受付番号：${number}`,
    accessBack: '管理者のアクセスが戻ったとの連絡',
    ticket: (reference, link) => `チケット：${reference} ${link}`.trim(),
    entries: (count, from, to) => `監査記録 ${String(count)} 件（${from} ～ ${to}）`,
    nothingUnusual: '不審な操作：なし',
    unusual: '不審な操作：あり（以下）',
    stepFailed: (name, why) => `できなかったこと：${name}（${why}）`,
    twoAdmins: '改善：管理者を 2 人以上にし、それぞれパスキーを登録してください',
    note: (text) => `メモ：${text}`,
    page: (page, of) => `${String(page)} / ${String(of)} ページ`,
    more: (count) => `ほか ${String(count)} 件（PDF にすべて載っています）`,
    openPdf: 'PDF を開く',
    pdfOnce: 'PDF のリンクは 15 分間、1 回だけ使えます。',
    pdfByCommand: (title) =>
      `${title} の PDF と Markdown は、サーバーで「npm run record」を実行すると作れます。`,
    happened: {
      'case.opened': '案件を受け付け',
      'case.diagnosed': '質問と記録から原因を判断し、手順を案内',
      'case.handedOver': '担当者に引き継ぎ',
      'case.staffTold': '担当者のチャネルに案内',
      'case.claimed': '担当者が引き受けた',
      'case.handedOn': 'ほかの担当者に渡した',
      'case.handedBack': 'ボットに戻した',
      'case.resolved': '担当者が終了',
      'case.reopened': '案件を再開',
      'case.followed': '復旧の確認を依頼',
      'case.joinedIncident': '障害の案件にまとめた',
      'case.closed': '案件を終了',
      'case.redFlagged': '危険の兆候を記録',
      'case.notMe': '「身に覚えがない」との連絡（止める申請なし）',
      'case.securityDecided': 'セキュリティの判断を記録',
      'request.frozen': '申請を凍結',
      'request.freezeTooLate': '凍結の申し出（実行後）',
      'request.decisionRefused': '承認・却下の操作を受け付けなかった',
      'request.proofRefused': '本人確認の記録を受け付けなかった',
      'request.confirmationRefused': 'サインインでの確認を受け付けなかった',
      'request.samePair': '同じ組み合わせの承認が続いた',
      'request.stopped': '緊急停止で取り消した',
      'request.notTold': 'チャットで知らせることができなかった',
      'request.refused': '申請を受け付けなかった',
      'watch.alert': '対処のあと、いつもと違うサインインを検知',
      'recovery.begun': '復旧後の確認を開始',
      'recovery.reminded': '残りの手順を本人に再度案内',
      'recovery.staffTold': '残りの手順を担当者に引き継ぎ',
      'microsoft.begun': 'Microsoft サポートへの連絡手順を案内',
      'microsoft.ticketKept': 'Microsoft サポートの受付番号を記録',
      'microsoft.reminded': 'Microsoft サポートへの再連絡を案内',
      'microsoft.accessBack': '管理者のアクセスが戻った',
    },
  },
  en: {
    title: (caseNumber) => `Work record ${caseNumber}`,
    part: {
      event: 'What happened',
      account: 'Account',
      firstResponse: 'First response',
      operations: 'Operations (who and when)',
      reregistration: 'Re-registration',
      verification: 'Verification',
      restoration: 'Back to normal',
      audit: 'Audit',
      remarks: 'Remarks',
    },
    none: 'Nothing on record',
    case: 'Case',
    state: { open: 'open', closed: 'closed' },
    opened: 'Opened',
    closed: 'Closed',
    writtenAt: 'Written',
    by: (who, what) => `${who}: ${what}`,
    bot: 'Monban (bot)',
    cause: (name) => `Likely cause: ${name}`,
    route: (name) => `Route: ${name}`,
    finding: (words) => `Finding: ${words}`,
    redFlag: (words) => `Red flag: ${words}`,
    personKind: {
      ordinary: 'an ordinary account',
      synced: 'a synchronised account',
      privileged: "an administrator's account",
      soleAdmin: "the only administrator's account",
      breakGlass: 'an emergency account',
      guest: 'a guest',
      managementRestricted: 'an account under restricted management',
      bot: "the bot's account",
    },
    openedBy: (who) => `Opened by ${who}`,
    request: (number, remedy, state) => `Request ${number}: ${remedy} (${state})`,
    proven: (how) => `Identity proven: ${how}`,
    decided: {
      approved: (reason) => `approved (reason: ${reason})`,
      denied: (reason) => `denied (reason: ${reason})`,
    },
    step: (name, outcome) => `${name}: ${outcome}`,
    seen: {
      newMethod: 'A new sign-in method is registered, by the directory',
      signedIn: 'A sign-in went through after that, by the sign-in log',
      secondMethod: 'A second method is registered, by the directory',
      oldRemoved: 'No old entry is left',
      passDeleted: 'No Temporary Access Pass is left',
      exclusionRestored: 'The exclusion from Conditional Access has ended',
      sessionsRevoked: 'The person was signed out on every device',
    },
    unseeable: {
      newMethod: 'The new method could not be seen',
      signedIn: 'The sign-in log cannot be read, so no sign-in was seen',
      secondMethod: 'The second method could not be seen',
      oldRemoved: 'Old entries could not be seen',
      passDeleted: 'Passes could not be seen',
      exclusionRestored: 'The exclusion group could not be seen',
      sessionsRevoked: 'The sign-out could not be seen',
    },
    open: {
      newMethod: 'Still open: registering a new method',
      signedIn: 'Still open: signing in with the new method',
      secondMethod: 'Still open: registering a second method (a passkey first)',
      oldRemoved: 'Still open: removing old entries',
      passDeleted: 'Still open: deleting the Temporary Access Pass',
      exclusionRestored: 'Still open: ending the exclusion from Conditional Access',
      sessionsRevoked: 'Still open: signing out on every device',
    },
    ticketAtMicrosoft: (number) => `Ticket at Microsoft support: ${number}`,
    accessBack: 'The administrator said that access is back',
    ticket: (reference, link) => `Ticket: ${reference} ${link}`.trim(),
    entries: (count, from, to) => `${String(count)} entries in the audit trail (${from} to ${to})`,
    nothingUnusual: 'Nothing unusual',
    unusual: 'Unusual entries:',
    stepFailed: (name, why) => `Not done: ${name} (${why})`,
    twoAdmins: 'To improve: keep two administrators or more, each with a passkey',
    note: (text) => `Note: ${text}`,
    page: (page, of) => `Page ${String(page)} of ${String(of)}`,
    more: (count) => `${String(count)} more (the PDF has them all)`,
    openPdf: 'Open the PDF',
    pdfOnce: 'The link to the PDF works once, for 15 minutes.',
    pdfByCommand: (title) => `${title} as PDF and Markdown: "npm run record" on the server writes them.`,
    happened: {
      'case.opened': 'the case was opened',
      'case.diagnosed': 'questions and records gave the cause; the steps were told',
      'case.handedOver': 'handed over to staff',
      'case.staffTold': 'told in the staff channel',
      'case.claimed': 'somebody of the staff took it',
      'case.handedOn': 'handed on to a colleague',
      'case.handedBack': 'handed back to the bot',
      'case.resolved': 'staff closed it',
      'case.reopened': 'opened again',
      'case.followed': 'had the recovery followed',
      'case.joinedIncident': 'joined to an incident',
      'case.closed': 'the case was closed',
      'case.redFlagged': 'a red flag was recorded',
      'case.notMe': 'somebody said that it was not the person; there was no request to stop',
      'case.securityDecided': "security's decision was recorded",
      'request.frozen': 'the request was frozen',
      'request.freezeTooLate': 'a freeze was asked for after it had run',
      'request.decisionRefused': 'a decision was not accepted',
      'request.proofRefused': 'a proof of identity was not accepted',
      'request.confirmationRefused': 'a confirmation by sign-in was not accepted',
      'request.samePair': 'the same two people approved several times',
      'request.stopped': 'taken back by the emergency stop',
      'request.notTold': 'could not be told in chat',
      'request.refused': 'a request was refused',
      'watch.alert': 'an unusual sign-in was seen after the remedy',
      'recovery.begun': 'the recovery is being followed',
      'recovery.reminded': 'the person was reminded of what is left',
      'recovery.staffTold': 'what is left was given to staff',
      'microsoft.begun': "the way to Microsoft's support was told",
      'microsoft.ticketKept': "the number of Microsoft's ticket was kept",
      'microsoft.reminded': "a reminder to call Microsoft's support again",
      'microsoft.accessBack': "the administrator's access is back",
    },
  },
};
