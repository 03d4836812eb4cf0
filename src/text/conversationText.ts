import type { Language } from '../cases/language';

/** Every word of the triage conversation that is not knowledge about causes. */
export interface ConversationText {
  readonly welcome: string;
  readonly help: string;
  readonly heading: string;
  readonly progress: (asked: number, most: number) => string;
  readonly understood: string;
  readonly forget: string;
  readonly forgetTooltip: (told: string) => string;
  readonly forgetHint: string;
  readonly why: string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly send: string;
  readonly back: string;
  readonly restart: string;
  readonly person: string;
  readonly pickOne: string;
  readonly pickSome: string;
  readonly typeHere: string;
  readonly yourAnswer: string;
  readonly diagnosisHeading: string;
  readonly becauseHeading: string;
  readonly againstHeading: string;
  readonly fromTenant: string;
  readonly fromPerson: string;
  readonly stepsHeading: string;
  readonly nextHeading: string;
  readonly othersHeading: string;
  readonly didItHelp: string;
  readonly helpedYes: string;
  readonly helpedNo: string;
  readonly commandHint: string;
  readonly notUnderstood: string;
  readonly alreadyFirst: string;
  readonly tryNext: string;
  readonly tenantTold: string;
  readonly glad: string;
  readonly youAreWelcome: string;
  readonly startedOver: string;
  readonly handingOver: string;
  readonly handedOver: (caseNumber: string) => string;
  readonly noStaff: (contact: string) => string;
  readonly noStaffContact: string;
  readonly withStaff: (caseNumber: string) => string;
  readonly requestMerged: (requestNumber: string) => string;
  readonly requestNotOffered: string;
  readonly securityFirst: string;
  readonly nothingToWithdraw: string;
  readonly unknownCardAction: string;
  readonly staleCard: string;
  readonly notYourCard: string;
  readonly badAnswer: string;
  readonly personalChatOnly: string;
  readonly alreadyHandled: string;
  readonly languageSet: string;
  readonly directorySilent: string;
  readonly staffHelp: string;
  readonly decisionTaken: (requestNumber: string, decision: 'approved' | 'denied') => string;
  readonly approvalCounted: (requestNumber: string) => string;
  readonly proofRecorded: (requestNumber: string) => string;
  readonly proofKindMissing: string;
  readonly frozenThanks: string;
  /** "That was not me" where there was no request to stop. */
  readonly notMeNothingHere: string;
  /** The same about a notice of more than 14 days ago: whom to call, where that is set. */
  readonly notMeTooOld: (contact: string | undefined) => string;
  /** Who was faster, and how long ago. */
  readonly decidedBy: (name: string, minutesAgo: number) => string;
  readonly stateTooOld: string;
  readonly handoverHeading: (caseNumber: string) => string;
  readonly handoverPerson: string;
  readonly handoverLanguage: string;
  readonly handoverRoute: string;
  readonly handoverCauses: string;
  readonly handoverFindings: string;
  readonly handoverRedFlags: string;
  readonly handoverNone: string;
  readonly handoverNotSeen: string;
  readonly languageName: string;
}

const ja: ConversationText = {
  welcome:
    'Monban（門番）です。Microsoft 365 にサインインできないときの相談窓口です。困っていることを、そのままの言葉で書いてください。例：「新しいスマホに替えたら承認できない」',
  help: '困っていることをそのまま書いてください。いつでも使える言葉：「戻る」「わからない」「最初から」「担当者」「English」。申請の取り下げは「取り下げ」、身に覚えのない申請は「身に覚えがない」、同僚の代わりに頼むときは「reset for 相手のアドレス」です。',
  heading: '確認させてください',
  progress: (asked, most) => `質問 ${String(asked)}（最大 ${String(most)} 問）`,
  understood: 'うかがったこと',
  forget: '違う',
  forgetTooltip: (told) => `「${told}」は違います`,
  forgetHint: '違うものがあれば、その「違う」を押すか、「違う 1」のように書いてください。',
  why: 'この質問の理由',
  yes: 'はい',
  no: 'いいえ',
  unknown: 'わからない',
  send: '送信',
  back: '戻る',
  restart: '最初から',
  person: '担当者と話す',
  pickOne: '1 つ選んでください',
  pickSome: '当てはまるものをすべて選んでください',
  typeHere: '表示された文字や番号を入れてください',
  yourAnswer: '回答',
  diagnosisHeading: '考えられる原因',
  becauseHeading: 'そう考えた理由',
  againstHeading: '合わない点',
  fromTenant: '組織の情報から',
  fromPerson: 'お話から',
  stepsHeading: 'やってみてください',
  nextHeading: '対応',
  othersHeading: 'ほかに考えられること',
  didItHelp: '解決しましたか？',
  helpedYes: '解決しました',
  helpedNo: 'まだ困っています',
  commandHint: '文字でも操作できます：「はい」「いいえ」「担当者」「最初から」',
  notUnderstood: 'すみません、読み取れませんでした。下から選ぶか、「わからない」と書いてください。',
  alreadyFirst: 'これが最初の質問です。',
  tryNext: 'わかりました。次に考えられることをご案内します。',
  tenantTold: 'お待ちの間に、組織の情報を確認できました。これでご案内できます。',
  youAreWelcome: 'どういたしまして。ほかにも困ったことがあれば、いつでも書いてください。',
  glad: '解決してよかったです。また困ったときは、いつでも書いてください。',
  startedOver: '最初からやり直します。困っていることを書いてください。',
  handingOver: '担当者に連絡しています。届いたらここでお知らせします。',
  handedOver: (caseNumber) => `担当者に伝わりました（案件 ${caseNumber}）。連絡をお待ちください。`,
  noStaff: (contact) => `いま、ここから担当者に連絡できません。直接ご連絡ください：${contact}`,
  noStaffContact:
    'いま、ここから担当者に連絡できません。お手数ですが、社内のヘルプデスクに電話などで直接ご連絡ください。',
  withStaff: (caseNumber) =>
    `案件 ${caseNumber} は担当者が確認しています。別の相談をするときは「最初から」と書いてください。`,
  requestMerged: (requestNumber) =>
    `申請 ${requestNumber} をすでに受け付けています。結果はここでお知らせします。`,
  requestNotOffered:
    'この内容では、アカウントの操作を依頼できません。担当者におつなぎできます（「担当者」と書いてください）。',
  securityFirst:
    '安全のため、先に担当者が状況を確認します。それまで、届いた通知は承認せず、コードは誰にも伝えないでください。',
  nothingToWithdraw: '取り下げられる申請はありません。',
  unknownCardAction: 'このボタンは使えません。困っていることを文字で書いてください。',
  staleCard: 'このカードは古いものです。最新のカードで続けてください。',
  notYourCard: 'このカードはほかの案件のものです。何も変更していません。',
  badAnswer: 'この回答は受け取れませんでした。何も変更していません。下のカードで選び直してください。',
  personalChatOnly: 'ご相談は、Monban との 1 対 1 のチャットで書いてください。ここでは内容を扱いません。',
  alreadyHandled: 'この操作はすでに受け付けています。',
  languageSet: '日本語でご案内します。',
  directorySilent:
    'いま組織のディレクトリから返事がありません。何も変更していません。数分待ってからもう一度お試しいただくか、「担当者」と書いてください。',
  staffHelp:
    'このチャネルでは、次のように書けます。「本人確認 R-7K2M 電話 合い言葉」「承認 R-7K2M 理由」「却下 R-7K2M 理由」「reset for 相手のアドレス」（電話を受けたとき）「サインアウト C-7K2M」（すべての端末から）「侵害 C-7K2M」「リスク解除 C-7K2M」「有効化 C-7K2M」「除外 C-7K2M 60 分」（番号の代わりにアドレスでも）「続行 R-7K2M」（一部だけ完了した申請の残り）「変更 R-7K2M 60 分」「変更 R-7K2M サインアウトあり」（承認はやり直し）「凍結 R-7K2M 理由」「解除 C-7K2M 理由」「緊急停止 理由」。案件は「引き受ける C-7K2M」「担当案件」「案件一覧」「待っている人」「案件 C-7K2M」。案件のスレッドで @ を付けて書くと、本人に届きます。完了できなかった処理は「ジョブ」で見られます。',
  decisionTaken: (requestNumber, decision) =>
    decision === 'approved'
      ? `申請 ${requestNumber} の承認を受け付けました。実行の結果はお知らせします。`
      : `申請 ${requestNumber} を却下しました。`,
  approvalCounted: (requestNumber) =>
    `申請 ${requestNumber} への承認を記録しました。もう 1 人、別の人の承認を待っています。`,
  proofRecorded: (requestNumber) => `申請 ${requestNumber} の本人確認を記録しました。`,
  proofKindMissing: '本人確認の方法（電話または対面）を選んでください。',
  notMeNothingHere:
    '教えていただき、ありがとうございます。止める申請はありませんでしたが、セキュリティの担当者に連絡しました。担当者が確認するまで、あなたのアカウントについての手続きは進みません。',
  notMeTooOld: (contact) =>
    `お知らせから 14 日を過ぎているため、自動では止められません。担当者に引き継ぎ、セキュリティの担当者に連絡しました。お急ぎのときは${
      contact === undefined
        ? 'ヘルプデスクに電話するか、「担当者と話したい」と送ってください。'
        : `、直接ご連絡ください：${contact}。「担当者と話したい」と送ることもできます。`
    }`,
  frozenThanks: '教えていただき、ありがとうございます。手続きを止め、セキュリティの担当者に連絡しました。',
  decidedBy: (name, minutesAgo) =>
    `判断した人：${name}（${minutesAgo === 0 ? 'たった今' : `${String(minutesAgo)} 分前`}）`,
  stateTooOld: 'アプリが新しくなったため、最初からうかがいます。お手数をおかけします。',
  handoverHeading: (caseNumber) => `引き継ぎ：案件 ${caseNumber}`,
  handoverPerson: '対象者',
  handoverLanguage: '言語',
  handoverRoute: '対応経路',
  handoverCauses: '考えられる原因',
  handoverFindings: '所見',
  handoverRedFlags: '注意すべき兆候',
  handoverNone: 'なし',
  handoverNotSeen: '確認できなかった情報',
  languageName: '日本語',
};

const en: ConversationText = {
  welcome:
    'I am Monban. I help when you cannot sign in to Microsoft 365. Write what is wrong in your own words, for example: "I have a new phone and no approval prompt arrives".',
  help: 'Write what is wrong in your own words. Words that always work: "back", "I don\'t know", "start over", "talk to a person", "日本語". To take back a request, write "withdraw"; if you know nothing about one, "not me". To ask for a colleague: "reset for" and their address.',
  heading: 'A quick check',
  progress: (asked, most) => `Question ${String(asked)} (at most ${String(most)})`,
  understood: 'What I understood',
  forget: 'Wrong',
  forgetTooltip: (told) => `"${told}" is wrong`,
  forgetHint: 'If one of these is wrong, press "Wrong" beside it, or write "wrong 1".',
  why: 'Why I ask',
  yes: 'Yes',
  no: 'No',
  unknown: "I don't know",
  send: 'Send',
  back: 'Back',
  restart: 'Start over',
  person: 'Talk to a person',
  pickOne: 'Choose one',
  pickSome: 'Choose all that apply',
  typeHere: 'Type the text or number that you see',
  yourAnswer: 'Your answer',
  diagnosisHeading: 'What is most likely wrong',
  becauseHeading: 'Why I think so',
  againstHeading: 'What does not fit',
  fromTenant: 'from your organisation',
  fromPerson: 'from what you told me',
  stepsHeading: 'Please try this',
  nextHeading: 'Who can help',
  othersHeading: 'It could also be',
  didItHelp: 'Did that help?',
  helpedYes: 'Yes, solved',
  helpedNo: 'No, not yet',
  commandHint: 'You can also type: "yes", "no", "talk to a person", "start over"',
  notUnderstood: 'Sorry, I could not read that. Please choose below, or write "I don\'t know".',
  alreadyFirst: 'This is the first question.',
  tryNext: 'I see. Here is the next thing that it could be.',
  tenantTold: 'Meanwhile I could check what your organisation knows, and that settles it.',
  youAreWelcome: 'You are welcome. Write to me whenever something else is wrong.',
  glad: 'Good to hear. Write to me whenever you need me.',
  startedOver: 'We start over. Please write what is wrong.',
  handingOver: 'I am telling the helpdesk. I will say here when they have it.',
  handedOver: (caseNumber) => `The helpdesk has your case (${caseNumber}). They will contact you.`,
  noStaff: (contact) =>
    `I cannot reach the helpdesk from here right now. Please contact them yourself: ${contact}`,
  noStaffContact:
    'I cannot reach the helpdesk from here right now. Please call or visit your own helpdesk directly.',
  withStaff: (caseNumber) =>
    `The helpdesk is looking at case ${caseNumber}. To talk about something else, write "start over".`,
  requestMerged: (requestNumber) =>
    `Request ${requestNumber} is already waiting. I will tell you the outcome here.`,
  requestNotOffered:
    'I cannot ask for a change to your account in this situation. I can bring in the helpdesk: write "talk to a person".',
  securityFirst:
    'To keep your account safe, a person looks at this first. Until then, do not approve any prompt and do not tell anyone a code.',
  nothingToWithdraw: 'There is no request to withdraw.',
  unknownCardAction: 'That button does not work here. Please write what is wrong.',
  staleCard: 'That card is an old one. Please go on with the latest card.',
  notYourCard: 'That card belongs to another case. Nothing was changed.',
  badAnswer: 'I could not take that answer. Nothing was changed. Please choose again on the card below.',
  personalChatOnly: 'Please write to me in our one-to-one chat. I do not talk about sign-in trouble here.',
  alreadyHandled: 'I already have this one.',
  languageSet: 'I will write in English.',
  directorySilent:
    'Your organisation\'s directory does not answer right now. Nothing was changed. Please try again in a few minutes, or write "talk to a person".',
  staffHelp:
    'In this channel you can write: "proof R-7K2M call-back <phrase>", "approve R-7K2M <reason>", "deny R-7K2M <reason>", "reset for <address>" (for somebody who called), "sign out C-7K2M" (everywhere), "compromised C-7K2M", "dismiss risk C-7K2M", "enable C-7K2M", "exclude C-7K2M 60 minutes" (an address will do for the number), "resume R-7K2M" (the rest of what was done in part), "change R-7K2M 60 minutes" or "change R-7K2M sign out" (it is approved anew then), "freeze R-7K2M <reason>", "clear C-7K2M <reason>", "stop everything <reason>". About cases: "claim C-7K2M", "my cases", "queue", "who is waiting", "case C-7K2M"; what you write in a case\'s thread with @ goes to the person. "jobs" lists what could not be done.',
  decisionTaken: (requestNumber, decision) =>
    decision === 'approved'
      ? `Your approval of request ${requestNumber} is recorded. I will report the outcome.`
      : `Request ${requestNumber} is denied.`,
  approvalCounted: (requestNumber) =>
    `Your approval of request ${requestNumber} is recorded. It is waiting for one more person.`,
  proofRecorded: (requestNumber) => `The proof of identity for request ${requestNumber} is recorded.`,
  proofKindMissing: 'Please say how you made sure who they are (call-back or in-person).',
  notMeNothingHere:
    'Thank you for telling us. There was no request to stop, but security has been called. Nothing is done to your account until they have looked.',
  notMeTooOld: (contact) =>
    `This is more than 14 days after the notice, too old to be stopped automatically. A person has it now, and security has been called. If it is urgent, ${
      contact === undefined ? 'call the helpdesk' : `get in touch directly: ${contact}`
    }, or send "talk to a person".`,
  frozenThanks: 'Thank you for telling us. Everything has been stopped, and security has been called.',
  decidedBy: (name, minutesAgo) =>
    `Decided by ${name}, ${minutesAgo === 0 ? 'just now' : `${String(minutesAgo)} min ago`}.`,
  stateTooOld: 'I was updated since we last spoke, so I start from the beginning. Sorry for the extra work.',
  handoverHeading: (caseNumber) => `Handed over: case ${caseNumber}`,
  handoverPerson: 'Person concerned',
  handoverLanguage: 'Language',
  handoverRoute: 'Route',
  handoverCauses: 'Most likely causes',
  handoverFindings: 'Findings',
  handoverRedFlags: 'Red flags',
  handoverNone: 'none',
  handoverNotSeen: 'Could not be seen',
  languageName: 'English',
};

/** The conversation's words by language; both have the same keys because both are a ConversationText. */
export const conversationText: Readonly<Record<Language, ConversationText>> = { ja, en };
