import type { Language } from '../cases/language';
import type { DecisionRefusal, RequestRefusal, WithdrawalRefusal } from '../cases/requestRefusals';

/** Everything about a request that can be refused, and why a run was stopped. */
type RefusalShown = RequestRefusal | DecisionRefusal | WithdrawalRefusal;

/** Why something was refused, for the one who asked. What a stranger gets names no person and no fact. */
export const requestRefusalText: Readonly<Record<Language, Readonly<Record<RefusalShown, string>>>> = {
  ja: {
    unknownPerson: '対象者を確認できませんでした。担当者におつなぎください。',
    neverThisAccount: 'このアカウントは、ここでは扱えません。担当者にご相談ください。',
    otherOrganisation:
      'このアカウントの認証方法は、所属元の組織で管理されています。所属元の IT 担当者にご相談ください。',
    managementRestricted: 'このアカウントは管理が制限されています。担当者が対応します。',
    accountDisabled: 'このアカウントは無効になっています。担当者が対応します。',
    needsTwoApprovers: '管理者のアカウントには 2 人の承認が必要です。担当者が対応します。',
    nothingToRemove: '削除できる認証方法が登録されていません。再登録の申請は必要ありません。',
    passesSwitchedOff: 'この組織では一時アクセス パスを使えません。',
    passesNotForThisPerson: 'このアカウントは一時アクセス パスの対象外です。',
    frozen: 'この件はセキュリティの確認中です。ヘルプデスクに連絡してください。',
    redFlag: '気になる点があるため、先に担当者が安全を確認します。それまで、この対処は行いません。',
    remedySwitchedOff: 'この対処は、ここでは行えない設定です。担当者が対応します。',
    nobodyMayApprove: '承認者が設定されていないため、申請できません。担当者が対応します。',
    unknownCase: 'この案件は見つからないか、すでに終了しています。',
    caseOfSomebodyElse: 'この案件の対象者と一致しません。',
    mayNotApproveOwnRequest: '自分が関わっている申請は判断できません。ほかの承認者にお願いしてください。',
    unknownApprover: 'あなたのアカウントを確認できませんでした。',
    approverIsGuest: 'ゲスト アカウントでは判断できません。',
    approverDisabled: 'あなたのアカウントは無効になっています。',
    notAnApprover: '承認者ではないため、判断できません。',
    roleMissing:
      'この対象者の認証方法を管理できるロールが、今は有効ではありません。ロールを有効にしてからやり直してください。',
    alreadyDecided: 'この申請はすでに判断されています。',
    expired: 'この申請は期限切れです。',
    notExpiredYet: 'この申請はまだ期限内です。',
    tooLate:
      'すでに実行が始まっているか終わっているため、取り下げられません。ヘルプデスクに連絡してください。',
    notApproved: 'この申請は承認されていません。',
    notRunning: 'この申請は実行中ではありません。',
    unknownRequest: '申請が見つかりません。届いたカードから操作するか、番号を確かめてください。',
    reasonMissing: '理由を書いてください。',
    reasonTooLong: '理由は 500 文字までです。',
    proofMissing: '承認するには、本人確認の方法（電話・上司・対面）を選んでください。',
    notYourRequest: 'この申請を取り下げられるのは、対象者と依頼者だけです。',
  },
  en: {
    unknownPerson: 'The person could not be found. Please talk to your helpdesk.',
    neverThisAccount: 'This account is not dealt with here. Please talk to your helpdesk.',
    otherOrganisation:
      "This account's sign-in methods are kept by its home organisation. Please ask their IT helpdesk.",
    managementRestricted: 'Management of this account is restricted. Your helpdesk takes over.',
    accountDisabled: 'This account is disabled. Your helpdesk takes over.',
    needsTwoApprovers: "An administrator's account needs two approvers. Your helpdesk takes over.",
    nothingToRemove: 'No method that could be removed is registered, so there is nothing to reset.',
    passesSwitchedOff: 'Temporary Access Passes are switched off in this organisation.',
    passesNotForThisPerson: 'Temporary Access Passes are not allowed for this account.',
    frozen: 'Security is looking into this. Please call your helpdesk.',
    redFlag:
      'Something here may be a security matter. Your helpdesk looks into it first; nothing is done until then.',
    remedySwitchedOff: 'This remedy is switched off here. Your helpdesk takes over.',
    nobodyMayApprove: 'No approver is configured, so nothing can be requested. Your helpdesk takes over.',
    unknownCase: 'This case does not exist or is closed.',
    caseOfSomebodyElse: 'This case is about somebody else.',
    mayNotApproveOwnRequest:
      'You are part of this request, so you cannot decide it. Please ask another approver.',
    unknownApprover: 'Your account could not be found.',
    approverIsGuest: 'Guest accounts cannot decide requests.',
    approverDisabled: 'Your account is disabled.',
    notAnApprover: 'You are not an approver, so you cannot decide this.',
    roleMissing:
      "You hold no active role that may manage this person's methods. Please activate it and try again.",
    alreadyDecided: 'This request has been decided already.',
    expired: 'This request has expired.',
    notExpiredYet: 'This request has not expired yet.',
    tooLate: 'It is running or finished already and cannot be taken back. Please call your helpdesk.',
    notApproved: 'This request is not approved.',
    notRunning: 'This request is not running.',
    unknownRequest: 'There is no such request. Please use the card you received, or check the number.',
    reasonMissing: 'Please give a reason.',
    reasonTooLong: 'The reason may have up to 500 characters.',
    proofMissing: 'To approve, please say how the identity was proven (call-back, manager or in-person).',
    notYourRequest: 'Only the person concerned and the requester can take this back.',
  },
};
