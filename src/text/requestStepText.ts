import type { Language } from '../cases/language';
import type { JournalStep } from '../cases/remedyRequest';

/** What was done for a request and what came of it, step by step, for approvers and staff. */
interface RequestStepText {
  readonly heading: string;
  /** By the journal's name of a step; removals are named by their method. */
  readonly step: Readonly<Record<string, string>>;
  readonly outcome: Readonly<Record<JournalStep['outcome'], string>>;
  /** By the code that the journal holds. A code that is not here is shown as it is. */
  readonly problem: Readonly<Record<string, string>>;
  readonly left: string;
  readonly byHand: string;
  readonly openPortal: string;
  readonly resume: (number: string) => string;
}

export const requestStepText: Readonly<Record<Language, RequestStepText>> = {
  ja: {
    heading: '実行の記録',
    step: {
      recheck: '実行直前の再確認',
      'revoke-sessions': 'すべての端末からのサインアウト',
      verify: '結果の確認',
      'create-pass': '一時アクセス パスの発行',
      'pass-link': 'パスを表示するリンクの送信',
      'pass-shown': 'パスの表示',
      'delete-pass': '一時アクセス パスの削除',
      'pass-used': '一時アクセス パスの使用',
      'mend-number': '番号の形式の修正',
      'copy-phone': '正しい種類での番号の登録',
      'remove-phone': '元の登録の削除',
      exclude: '除外用グループへの追加',
      'restore-exclusion': '除外の解除（元に戻す）',
      'dismiss-risk': 'ユーザー リスクの解除',
      'confirm-risk': 'アカウント侵害の確定',
      'enable-account': 'アカウントの有効化',
    },
    outcome: {
      started: '開始しました',
      done: '完了',
      'already-done': 'すでに済んでいました',
      failed: '失敗',
      'would-have': '試行のため実行していません（本番ならここで実行します）',
    },
    problem: {
      factsChanged:
        '承認のあとで登録内容が変わったため、何も変更せずに中止しました。もう一度申請してください。',
      planAltered: '保存された内容が承認時と一致しないため、何も変更せずに中止しました。',
      redFlag: '危険の兆候が見つかったため中止しました。先に担当者が確認します。',
      emergencyStop: '緊急停止のため中止しました。',
      approverChanged: '承認者の権限が変わったため中止しました。',
      personChanged: '対象者の状態が変わったため中止しました。',
      approverNotReachable:
        '承認者との個人チャットがないため、パスを渡せません。承認者が一度ボットに話しかけてください。',
      personNotReachable: '対象者との個人チャットがないため、パスを渡せません。',
      passNotUsable: '発行したパスが組織の設定で使えなかったため、削除しました。',
      passNotDelivered: 'パスを渡せなかったため、削除しました。',
      passNotShown: '時間内に表示されなかったため、パスを削除しました。',
      passUncertain: '発行の結果が確認できなかったため、パスを残さず中止しました。',
      stillThere: '削除したはずの方法が、まだ一覧に残っています。',
      notVisible: '変更が、まだディレクトリに現れていません。',
      noPermission: 'ボットに権限がないため、担当者が手作業で行います。',
      stopped: '時間内に終わらなかったため、途中で止まりました。',
      'graph-forbidden': '権限が足りません（許可、同意、ロール）。',
      'graph-default-method': '既定の方法のため削除できません。',
      'graph-policy-refuses': '組織の認証方法ポリシーで許可されていません。',
      'graph-throttled': 'Microsoft 365 が混み合っています。',
      'graph-unreachable': 'Microsoft 365 に接続できません。',
      'graph-broken': 'Microsoft 365 側でエラーが起きています。',
      'graph-not-found': '対象が見つかりません。',
      'graph-rejected': 'Microsoft 365 に断られました。',
      'graph-unreadable': 'Microsoft 365 の返事を読み取れません。',
      'graph-not-yet': '変更が、まだディレクトリに現れていません。',
      'entra-token': 'サインイン情報を取得できません。',
      'token-lost': '承認者のサインインが失われ、もう一度の確認もなかったため、続けられませんでした。',
    },
    left: 'まだ残っているもの（手作業での対応が必要です）',
    byHand: '手作業で行う場合',
    openPortal: 'Microsoft Entra 管理センターで開く',
    resume: (number) =>
      `残りをもう一度実行するには「続行 ${number}」と書いてください。改めて承認が必要です。`,
  },
  en: {
    heading: 'What was done',
    step: {
      recheck: 'Check right before running',
      'revoke-sessions': 'Sign-out on every device',
      verify: 'Check of the result',
      'create-pass': 'Issuing the Temporary Access Pass',
      'pass-link': 'Sending the link to the pass',
      'pass-shown': 'Showing the pass',
      'delete-pass': 'Deleting the Temporary Access Pass',
      'pass-used': 'Use of the Temporary Access Pass',
      'mend-number': "Putting the number's form right",
      'copy-phone': 'Registering the number as what it is',
      'remove-phone': 'Removing the former entry',
      exclude: 'Putting into the exclusion group',
      'restore-exclusion': 'Taking out of the exclusion group again',
      'dismiss-risk': 'Dismissing the user risk',
      'confirm-risk': 'Confirming the account as compromised',
      'enable-account': 'Enabling the account',
    },
    outcome: {
      started: 'started',
      done: 'done',
      'already-done': 'was done already',
      failed: 'failed',
      'would-have': 'would have been done (dry run: nothing was changed)',
    },
    problem: {
      factsChanged: 'The registered methods changed after the approval: nothing was done. Please ask again.',
      planAltered: 'The stored plan is not the approved one: nothing was done.',
      redFlag: 'A red flag came up, so it was stopped. A person has to look first.',
      emergencyStop: 'Everything was stopped by staff, so it was stopped.',
      approverChanged: "The approver's rights changed, so it was stopped.",
      personChanged: 'The account of the person concerned changed, so it was stopped.',
      approverNotReachable:
        'The approver has no personal chat with the bot, so the pass could not be handed over. They need to write to the bot once.',
      personNotReachable:
        'The person has no personal chat with the bot, so the pass could not be handed over.',
      passNotUsable: "The tenant's policy does not let the issued pass be used; it was deleted.",
      passNotDelivered: 'The pass could not be handed over and was deleted.',
      passNotShown: 'Nobody opened the pass in time; it was deleted.',
      passUncertain: 'Whether a pass was issued could not be told; none was left and it was stopped.',
      stillThere: 'What was removed is still listed.',
      notVisible: 'The change does not show in the directory yet.',
      noPermission: 'The bot has no permission for it: staff do it by hand.',
      stopped: 'It did not finish in time and stopped half-way.',
      'graph-forbidden': 'A permission, consent or role is missing.',
      'graph-default-method': 'It is the default method and cannot be removed.',
      'graph-policy-refuses': "The tenant's method policy does not allow it.",
      'graph-throttled': 'Microsoft 365 is too busy.',
      'graph-unreachable': 'Microsoft 365 could not be reached.',
      'graph-broken': 'Microsoft 365 has an error of its own.',
      'graph-not-found': 'It was not found.',
      'graph-rejected': 'Microsoft 365 refused it.',
      'graph-unreadable': "Microsoft 365's answer could not be read.",
      'graph-not-yet': 'The change does not show in the directory yet.',
      'entra-token': 'No sign-in to Microsoft 365 could be had.',
      'token-lost': 'the sign-in of the approver was lost, and not repeated, so it could not go on.',
    },
    left: 'Still there (needs to be done by hand)',
    byHand: 'To do it by hand',
    openPortal: 'Open in the Microsoft Entra admin center',
    resume: (number) =>
      `To have the rest tried again, write "resume ${number}". It needs to be approved again.`,
  },
};
