import type { Language } from '../cases/language';
import type {
  DecisionRefusal,
  RecordProofRefusal,
  RequestRefusal,
  WithdrawalRefusal,
} from '../cases/requestRefusals';

/** Everything about a request that can be refused, and why a run was stopped. */
type RefusalShown = RequestRefusal | DecisionRefusal | RecordProofRefusal | WithdrawalRefusal;

/** Why something was refused, for the one who asked. What a stranger gets names no person and no fact. */
export const requestRefusalText: Readonly<Record<Language, Readonly<Record<RefusalShown, string>>>> = {
  ja: {
    unknownPerson: '対象者を確認できませんでした。担当者におつなぎください。',
    neverThisAccount: 'このアカウントは、ここでは扱えません。担当者にご相談ください。',
    otherOrganisation:
      'このアカウントの認証方法は、所属元の組織で管理されています。所属元の IT 担当者にご相談ください。',
    managementRestricted: 'このアカウントは管理が制限されています。担当者が対応します。',
    accountDisabled: 'このアカウントは無効になっています。担当者が対応します。',
    soleAdministrator:
      'ほかに手助けできる管理者がいないアカウントのため、Microsoft のサポートへの連絡が必要です。担当者がご案内します。',
    nothingToRemove: '削除できる認証方法が登録されていません。再登録の申請は必要ありません。',
    passesSwitchedOff: 'この組織では一時アクセス パスを使えません。',
    passesNotForThisPerson: 'このアカウントは一時アクセス パスの対象外です。',
    noWrongNumber: '形式のまちがった電話番号は登録されていません。',
    numberNotTellable:
      '登録された番号に国番号がないため、自動では直せません。担当者が本人に番号を確かめて直します。',
    slotTaken: 'その種類の電話番号が、すでに登録されています。先にそちらを削除してください。',
    methodNotNamed: 'どの認証方法のことか決められません。担当者が確認します。',
    lastMethod: 'ほかの認証方法がないため、1 つだけ消すことはできません。登録のやり直しを依頼してください。',
    isDefaultMethod: '既定の認証方法のため、先に既定を変える必要があります。担当者が対応します。',
    alternatePhoneFirst: '予備の携帯電話が登録されている間は、携帯電話を削除できません。',
    exclusionNotSetUp: '一時的な除外は、この組織では使えません。担当者が対応します。',
    exclusionGroupUnfit:
      '除外用のグループが使える種類ではないため、実行できません。担当者が設定を確認します。',
    alreadyExcluded: 'すでに除外されています。担当者が理由を確認します。',
    passWouldDo: '除外より安全な方法として、一時アクセス パスを使えます。まずそちらを依頼してください。',
    exclusionTooLong: '除外できるのは 24 時間までです。',
    noRisk: 'このアカウントに、解除するリスクはありません。',
    riskConfirmedAlready: 'このアカウントの侵害は、すでに確定されています。',
    accountEnabledAlready: 'このアカウントは、すでに有効です。',
    accountSynced:
      'このアカウントは社内の Active Directory で管理されています。担当者がそちらで有効にします。',
    frozen: 'この件はセキュリティの確認中です。ヘルプデスクに連絡してください。',
    redFlag: '気になる点があるため、先に担当者が安全を確認します。それまで、この対処は行いません。',
    incidentOpen:
      'いま同じ問題が多くの人に起きています。収まるまで、この対処は行いません。収まったらお知らせします。',
    stopped: '緊急停止中のため、今は何も実行できません。担当者にお問い合わせください。',
    tooManyRequests:
      '短い時間に申請が多すぎるため、受け付けられません。しばらくしてからやり直すか、ヘルプデスクに連絡してください。',
    tooManyDecisions:
      '短い時間に承認が多すぎます。1 件ずつ内容を確かめ、時間をおいてからやり直してください。',
    remedySwitchedOff: 'この対処は、ここでは行えない設定です。担当者が対応します。',
    nobodyMayApprove: '承認者が設定されていないため、申請できません。担当者が対応します。',
    unknownCase: 'この案件は見つからないか、すでに終了しています。',
    personNotReachable:
      'この組織では、パスは本人だけに表示されます。本人がボットとの個人チャットを使っていないため、渡すことができません。',
    notTheRest:
      '前回の申請のあとで登録内容が変わったため、同じ内容では続けられません。新しく申請してください。',
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
    proofMissing:
      '本人確認がまだ記録されていません。先に本人確認を記録してください（例：「本人確認 R-7K2M 電話 合い言葉」）。',
    proofTooOld: '本人確認から時間がたちすぎました。もう一度本人を確認し、記録してください。',
    proofNotEnough: 'この対象者には、その本人確認の方法では足りません。別の方法で確認してください。',
    phraseMissing:
      '本人のチャットに表示されている合い言葉を聞いて、入力してください（例：「本人確認 R-7K2M 電話 合い言葉」）。',
    phraseWrong:
      '合い言葉が一致しません。本人のチャットに表示されている言葉を、もう一度聞いてください。一致しなければ、手続きを進めないでください。',
    mayNotProveOwnRequest: '自分が関わっている申請の本人確認はできません。ほかの担当者にお願いしてください。',
    proverUnknown: 'このアカウントでは本人確認を記録できません。',
    notStaff: '本人確認を記録できるのは担当者だけです。',
    managerVouchesThemselves: '上司による保証は、社員情報に登録されている上司本人だけができます。',
    proverMayNotApprove: '本人確認をした人は、この申請を承認できません。ほかの承認者にお願いしてください。',
    secondAccount: 'あなたの別のアカウントですでに承認されています。もう 1 人、別の人の承認が必要です。',
    alreadyApprovedByYou: 'あなたの承認はすでに記録されています。別の人の承認を待っています。',
    confirmationNeeded: '承認するには、もう一度サインインして、あなた本人であることを確認してください。',
    confirmationStale:
      '確認のサインインから時間がたちすぎたか、すでに使われています。もう一度サインインしてください。',
    confirmationForSomebodyElse:
      '別の人のアカウントでサインインされています。自分のアカウントでやり直してください。',
    confirmationForAnotherRequest:
      '別の申請、または変更される前の内容についての確認です。カードを見て、もう一度やり直してください。',
    outsideHours: '今は承認を受け付けている時間ではありません。',
    notYourRequest: 'この申請を取り下げられるのは、対象者と依頼者だけです。',
  },
  en: {
    unknownPerson: 'The person could not be found. Please talk to your helpdesk.',
    neverThisAccount: 'This account is not dealt with here. Please talk to your helpdesk.',
    otherOrganisation:
      "This account's sign-in methods are kept by its home organisation. Please ask their IT helpdesk.",
    managementRestricted: 'Management of this account is restricted. Your helpdesk takes over.',
    accountDisabled: 'This account is disabled. Your helpdesk takes over.',
    soleAdministrator:
      'No other administrator could help this account, so Microsoft support is the way. Your helpdesk tells you how.',
    nothingToRemove: 'No method that could be removed is registered, so there is nothing to reset.',
    passesSwitchedOff: 'Temporary Access Passes are switched off in this organisation.',
    passesNotForThisPerson: 'Temporary Access Passes are not allowed for this account.',
    noWrongNumber: 'No phone number of the wrong form is registered.',
    numberNotTellable:
      'The registered number has no country code, so it cannot be put right by itself. Your helpdesk asks the person for it.',
    slotTaken: 'A number of that kind is registered already. It has to be removed first.',
    methodNotNamed: 'It is not clear which method is meant. Your helpdesk takes over.',
    lastMethod:
      'There is no other method, so this one cannot go alone. Please ask to register again instead.',
    isDefaultMethod:
      'It is the default method, and another has to become that first. Your helpdesk takes over.',
    alternatePhoneFirst: 'The mobile phone cannot go while an alternate mobile phone is registered.',
    exclusionNotSetUp: 'Exclusions for a time are not set up here. Your helpdesk takes over.',
    exclusionGroupUnfit:
      'The exclusion group is of a kind that cannot be used. Your helpdesk looks at the settings.',
    alreadyExcluded: 'The person is excluded already. Your helpdesk finds out why.',
    passWouldDo: 'A Temporary Access Pass is the safer way and possible here. Please ask for that first.',
    exclusionTooLong: 'An exclusion may last 24 hours at most.',
    noRisk: 'There is no risk on this account to be dismissed.',
    riskConfirmedAlready: 'This account is confirmed as compromised already.',
    accountEnabledAlready: 'This account is enabled already.',
    accountSynced:
      'This account is kept in the Active Directory on your premises. Your helpdesk enables it there.',
    frozen: 'Security is looking into this. Please call your helpdesk.',
    redFlag:
      'Something here may be a security matter. Your helpdesk looks into it first; nothing is done until then.',
    incidentOpen:
      'Many people have the same trouble right now. Nothing is reset until it is over; you will be told.',
    stopped: 'Everything is stopped at the moment. Please ask your helpdesk.',
    tooManyRequests:
      'There have been too many requests in a short time. Please try again later, or call your helpdesk.',
    tooManyDecisions:
      'You have approved a great deal in a short time. Please look at each one, and try again later.',
    remedySwitchedOff: 'This remedy is switched off here. Your helpdesk takes over.',
    nobodyMayApprove: 'No approver is configured, so nothing can be requested. Your helpdesk takes over.',
    unknownCase: 'This case does not exist or is closed.',
    personNotReachable:
      'Passes are shown only to the person here, and they have no personal chat with the bot to get it in.',
    notTheRest:
      'Something else is registered since then, so this would not be the same any more. Please make a new request.',
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
    proofMissing:
      'No proof of identity is recorded yet. Please record it first (for example "proof R-7K2M call-back <phrase>").',
    proofTooOld: 'The proof of identity is too old. Please make sure who they are once more, and record it.',
    proofNotEnough: 'That kind of proof is not enough for this person. Please make sure in another way.',
    phraseMissing:
      'Please ask them for the phrase in their own chat and enter it (for example "proof R-7K2M call-back <phrase>").',
    phraseWrong:
      'The phrase does not match. Please ask once more for the one shown in their chat; if it does not match, do not go on.',
    mayNotProveOwnRequest:
      'You are part of this request, so you cannot prove the identity. Please ask a colleague on the helpdesk.',
    proverUnknown: 'This account cannot record a proof of identity.',
    notStaff: 'Only staff can record a proof of identity.',
    managerVouchesThemselves: 'Only the manager whom the directory names can vouch, and only themselves.',
    proverMayNotApprove:
      'You proved the identity, so you cannot approve this request. Please ask another approver.',
    secondAccount: 'Another account of yours has approved this already. It needs one more person.',
    alreadyApprovedByYou: 'Your approval is recorded already. It is waiting for somebody else.',
    confirmationNeeded: 'To approve, please confirm that it is you by signing in once more.',
    confirmationStale: 'That sign-in is too old or was used already. Please sign in once more.',
    confirmationForSomebodyElse: 'Somebody else signed in. Please do it again with your own account.',
    confirmationForAnotherRequest:
      'That sign-in was for another request, or for a plan that has changed. Please look at the card and do it again.',
    outsideHours: 'Approvals are not taken at this hour.',
    notYourRequest: 'Only the person concerned and the requester can take this back.',
  },
};
