import type { MethodKind } from '../cases/authenticationMethod';
import type { Language } from '../cases/language';
import type { ProofKind, RequestState } from '../cases/remedyRequest';

/** The words on the cards of a request. What people are told about it is in requestTold.ts. */
interface RequestText {
  readonly state: Readonly<Record<RequestState, string>>;
  readonly proof: Readonly<Record<ProofKind, string>>;
  readonly method: Readonly<Record<MethodKind | 'mobile' | 'alternateMobile' | 'office', string>>;
  readonly heading: (number: string) => string;
  readonly stateHeading: (number: string, state: string) => string;
  readonly person: string;
  readonly account: string;
  readonly requester: string;
  readonly callBackTo: string;
  readonly noNumber: string;
  readonly endsIn: (digits: readonly string[]) => string;
  readonly byThemselves: string;
  readonly willChange: string;
  readonly stays: string;
  readonly removes: (method: string) => string;
  readonly defaultMethod: string;
  readonly signsOutEverywhere: string;
  readonly issuesPass: (minutes: number) => string;
  readonly replacesPass: string;
  readonly dryRun: string;
  readonly passDeletedByHand: string;
  /** Who is shown it is decisive: the approver, or not the approver. */
  readonly passShownTo: Readonly<Record<'approver' | 'person', string>>;
  readonly passwordStays: string;
  readonly mendsNumber: (phone: string, becomes: string) => string;
  readonly movesNumber: (phone: string, slot: string) => string;
  readonly excludes: (group: string, duration: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly restores: Readonly<Record<'byItself' | 'byHand', string>>;
  readonly dismissesRisk: (level: string) => string;
  readonly confirmsRisk: string;
  readonly enablesAccount: string;
  readonly riskLevel: (level: string) => string;
  /** What a blocked person may still run into, which Graph cannot change. */
  readonly perUserMfaStays: string;
  readonly digest: string;
  readonly validUntil: string;
  readonly stateLabel: string;
  readonly proofLabel: string;
  readonly proofError: string;
  readonly reasonLabel: string;
  readonly reasonError: string;
  readonly remedyLabel: string;
  readonly proofShown: string;
  readonly provenBy: (name: string) => string;
  readonly approvedSoFar: string;
  readonly phraseLabel: string;
  readonly recordProof: string;
  readonly notMe: string;
  readonly notMeByCommand: string;
  readonly vouchByCommand: (number: string) => string;
  readonly vouchHeading: (name: string) => string;
  readonly vouchAsk: (name: string) => string;
  readonly vouch: string;
  readonly vouchNot: string;
  readonly approve: string;
  readonly deny: string;
  readonly byCommand: (number: string) => string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly reason: string;
}

export const requestText: Readonly<Record<Language, RequestText>> = {
  ja: {
    state: {
      draft: '下書き',
      awaitingProof: '本人確認待ち',
      pending: '承認待ち',
      approved: '承認済み（実行待ち）',
      claimed: '実行の準備中',
      running: '実行中',
      done: '完了',
      partial: '一部だけ完了',
      failed: '実行できませんでした',
      denied: '却下',
      expired: '期限切れ',
      withdrawn: '取り下げ',
      frozen: '凍結（セキュリティ確認中）',
    },
    proof: {
      'call-back': '登録済みの番号に折り返し電話をした',
      'manager-vouched': '上司が本人だと保証した',
      'remaining-method': '本人が残っている方法でサインインした',
      'in-person': '対面で社員証を確認した',
    },
    method: {
      password: 'パスワード',
      phone: '電話',
      mobile: '携帯電話',
      alternateMobile: '予備の携帯電話',
      office: '会社の電話',
      'microsoft-authenticator': 'Microsoft Authenticator',
      'software-oath': '認証アプリのコード（OATH）',
      'hardware-oath':
        'ハードウェア トークン（OATH）：Monban は消せません。外すときは、Entra 管理センターの「ユーザー」→ 対象者 →「認証方法」で、手作業で削除してください',
      fido2: 'パスキー（FIDO2）',
      'windows-hello': 'Windows Hello for Business',
      'platform-credential': 'プラットフォーム資格情報',
      email: 'メール（パスワード リセット用）',
      'temporary-access-pass': '一時アクセス パス',
      external: '外部の認証方法',
      unknown: 'そのほかの認証方法',
    },
    heading: (number) => `申請 ${number}：承認をお願いします`,
    stateHeading: (number, state) => `申請 ${number}：${state}`,
    person: '対象者',
    account: 'アカウント',
    requester: '依頼者',
    callBackTo: '折り返し先',
    noNumber: '社員情報に番号がありません。電話以外の方法で確認してください。',
    endsIn: (digits) =>
      `社員情報の番号（末尾 ${digits.join('、')}）。本人が言った番号にはかけないでください。`,
    byThemselves: '対象者本人',
    willChange: '変更される内容',
    stays: 'そのまま残るもの',
    removes: (method) => `削除：${method}`,
    defaultMethod: '既定の方法',
    signsOutEverywhere: 'すべての端末からサインアウト',
    issuesPass: (minutes) => `一時アクセス パスを 1 つ発行（1 回だけ使えます。有効期間 ${minutes} 分）`,
    replacesPass: '今ある一時アクセス パスは使えなくなります',
    dryRun: '試行モード：承認しても、実際には何も変更しません',
    passDeletedByHand:
      '注意：ボットには、あとでパスを削除する権限がありません。残ったときは担当者に知らせるので、手作業で削除してください',
    passShownTo: {
      approver: 'パスは、最後に承認した人に 1 回だけ表示され、その人が本人に読み上げます。',
      person: 'パスは、本人だけに 1 回表示されます。本人は、承認者から電話で聞いた言葉を入れて開きます。',
    },
    passwordStays: 'パスワードと、登録済みの認証方法',
    mendsNumber: (phone, becomes) => `番号の形式を直す：${phone} → ${becomes}`,
    movesNumber: (phone, slot) => `登録の種類を変える：${phone} →「${slot}」`,
    excludes: (group, duration) => `グループ「${group}」に入れ、条件付きアクセスから ${duration}だけ除外`,
    minutes: (minutes) => (minutes % 60 === 0 ? `${String(minutes / 60)} 時間` : `${String(minutes)} 分`),
    restores: {
      byItself: '時間が来たら、ボットが自動で元に戻します',
      byHand:
        '注意：ボットには元に戻す権限がありません。時間が来たら担当者に知らせるので、手作業で戻してください',
    },
    dismissesRisk: (level) => `ユーザー リスクを解除（現在：${level}）`,
    confirmsRisk: 'アカウントの侵害を確定し、ユーザー リスクを「高」にする',
    enablesAccount: 'アカウントを有効にする',
    riskLevel: (level) => ({ high: '高', medium: '中', low: '低' })[level] ?? level,
    perUserMfaStays:
      'ユーザーごとの MFA の設定（古い設定）。これも原因なら、https://entra.microsoft.com →「ユーザー」→「ユーザーごとの MFA」で確かめてください',
    digest: '内容の照合コード',
    validUntil: '承認の期限',
    stateLabel: '状態',
    proofLabel: '本人確認の方法',
    proofError: '本人確認の方法を選んでください。',
    reasonLabel: '判断の理由（500 文字まで）',
    reasonError: '理由を 1～500 文字で書いてください。',
    remedyLabel: '対処',
    proofShown: '本人確認',
    provenBy: (name) => `確認者：${name}`,
    approvedSoFar: 'これまでの承認',
    phraseLabel: '合い言葉（本人のチャットに表示されています。本人から聞いてください）',
    recordProof: '本人確認を記録する',
    notMe: '身に覚えがない',
    notMeByCommand: '身に覚えがなければ「身に覚えがない」と送ってください。',
    vouchByCommand: (number) =>
      `文字でも操作できます：「保証 ${number} 合い言葉」、「本人ではない ${number}」`,
    vouchHeading: (name) => `${name} さんの本人確認をお願いします`,
    vouchAsk: (name) =>
      `${name} さんがサインインできずに困っていると申し出ています。本人と直接会うか、知っている番号に電話をかけて確かめ、本人のチャットに表示されている合い言葉を聞いて入力してください。少しでも怪しいときは「本人ではない」を押してください。`,
    vouch: '本人だと保証する',
    vouchNot: '本人ではない',
    approve: '承認する',
    deny: '却下する',
    byCommand: (number) =>
      `文字でも操作できます：「本人確認 ${number} 電話 合い言葉」（電話・対面のどちらか）、「承認 ${number} 理由」、「却下 ${number} 理由」`,
    decidedBy: '判断した人',
    decidedAt: '判断した日時',
    reason: '理由',
  },
  en: {
    state: {
      draft: 'Draft',
      awaitingProof: 'Waiting for proof of identity',
      pending: 'Waiting for approval',
      approved: 'Approved, about to run',
      claimed: 'Being prepared',
      running: 'Running',
      done: 'Done',
      partial: 'Done in part',
      failed: 'Could not be done',
      denied: 'Denied',
      expired: 'Expired',
      withdrawn: 'Withdrawn',
      frozen: 'Frozen, security is looking into it',
    },
    proof: {
      'call-back': "Called back the directory's number",
      'manager-vouched': 'Their manager vouched for them',
      'remaining-method': 'They signed in with a method that is left',
      'in-person': 'Met in person, with their badge',
    },
    method: {
      password: 'Password',
      phone: 'Phone',
      mobile: 'Mobile phone',
      alternateMobile: 'Alternate mobile phone',
      office: 'Office phone',
      'microsoft-authenticator': 'Microsoft Authenticator',
      'software-oath': 'Authenticator app code (OATH)',
      'hardware-oath':
        'Hardware token (OATH): Monban cannot remove it. If it has to go, delete it by hand in the Entra admin center under Users > the person > Authentication methods',
      fido2: 'Passkey (FIDO2)',
      'windows-hello': 'Windows Hello for Business',
      'platform-credential': 'Platform credential',
      email: 'E-mail (for password reset)',
      'temporary-access-pass': 'Temporary Access Pass',
      external: 'External method',
      unknown: 'Another method',
    },
    heading: (number) => `Request ${number} needs your approval`,
    stateHeading: (number, state) => `Request ${number}: ${state}`,
    person: 'Person concerned',
    account: 'Account',
    requester: 'Requester',
    callBackTo: 'Call back on',
    noNumber: 'The directory holds no number. Please make sure in another way than by telephone.',
    endsIn: (digits) =>
      `The number in the directory (ending in ${digits.join(', ')}), never one that somebody gave you.`,
    byThemselves: 'The person concerned',
    willChange: 'What will change',
    stays: 'What stays',
    removes: (method) => `Remove: ${method}`,
    defaultMethod: 'default method',
    signsOutEverywhere: 'Sign out on every device',
    issuesPass: (minutes) => `Issue one Temporary Access Pass (works once, valid for ${minutes} minutes)`,
    replacesPass: 'The Temporary Access Pass that is there now stops working',
    dryRun: 'Dry run: nothing is changed, even when this is approved',
    passDeletedByHand:
      'Note: the bot has no permission to delete the pass later. If it is left over, staff are told and have to delete it by hand',
    passShownTo: {
      approver: 'The pass is shown once to the last approver, who reads it out to the person.',
      person:
        'The pass is shown once to the person only, who opens it with words that the approver tells them.',
    },
    passwordStays: 'The password and the registered methods',
    mendsNumber: (phone, becomes) => `Put the number's form right: ${phone} becomes ${becomes}`,
    movesNumber: (phone, slot) => `Change what the number is registered as: ${phone} becomes ${slot}`,
    excludes: (group, duration) =>
      `Put into the group "${group}": left out of Conditional Access for ${duration}`,
    minutes: (minutes) =>
      minutes % 60 === 0 ? `${String(minutes / 60)} hours` : `${String(minutes)} minutes`,
    restores: {
      byItself: 'When the time is over, the bot restores it by itself',
      byHand:
        'Note: the bot has no permission to restore it. Staff are reminded when the time is over and have to do it by hand',
    },
    dismissesRisk: (level) => `Dismiss the user risk (now: ${level})`,
    confirmsRisk: 'Confirm the account as compromised: the user risk becomes high',
    enablesAccount: 'Enable the account',
    riskLevel: (level) => level,
    perUserMfaStays:
      'The per-user MFA setting (a legacy one). If it is the cause too, look at https://entra.microsoft.com > Users > Per-user MFA',
    digest: 'Digest of this plan',
    validUntil: 'Approve by',
    stateLabel: 'State',
    proofLabel: 'How did you make sure who they are?',
    proofError: 'Please choose how the identity was proven.',
    reasonLabel: 'Your reason (up to 500 characters)',
    reasonError: 'Please give a reason of 1 to 500 characters.',
    remedyLabel: 'Remedy',
    proofShown: 'Proof of identity',
    provenBy: (name) => `made sure by ${name}`,
    approvedSoFar: 'Approved so far',
    phraseLabel: 'Phrase (shown in their own chat; ask them for it)',
    recordProof: 'Record proof of identity',
    notMe: 'That was not me',
    notMeByCommand: 'If you know nothing about it, send "not me".',
    vouchByCommand: (number) => `By text: "vouch ${number} <phrase>", "not-them ${number}"`,
    vouchHeading: (name) => `Please make sure that it is ${name}`,
    vouchAsk: (name) =>
      `Somebody says that they are ${name} and cannot sign in. Please meet them, or call them on a number that you know, ask for the phrase that their own chat shows, and enter it here. If anything seems odd, press "It was not them".`,
    vouch: 'I vouch for them',
    vouchNot: 'It was not them',
    approve: 'Approve',
    deny: 'Deny',
    byCommand: (number) =>
      `By text: "proof ${number} call-back <phrase>" (or in-person), "approve ${number} <reason>", "deny ${number} <reason>"`,
    decidedBy: 'Decided by',
    decidedAt: 'Decided at',
    reason: 'Reason',
  },
};
