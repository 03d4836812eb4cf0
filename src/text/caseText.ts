import type { HandlingRefusal } from '../cases/caseHandling';
import type { HandoffReason } from '../cases/handoff';
import type { Language } from '../cases/language';
import type { Urgency } from '../cases/urgency';

/** What the person concerned is told of how long it takes. */
interface Waiting {
  readonly number: string;
  /** When somebody comes, on the clock of the place; absent where somebody is there now. */
  readonly from: string | undefined;
  readonly withinMinutes: number;
  /** How to reach the helpdesk without the bot. */
  readonly contact: string | undefined;
}

/** One line of a list of cases. */
interface Listed {
  readonly number: string;
  readonly person: string;
  readonly urgency: Urgency;
  readonly waited: string;
  readonly owner: string | undefined;
}

interface CaseText {
  readonly urgency: Readonly<Record<Urgency, string>>;
  readonly reason: Readonly<Record<HandoffReason, string>>;
  readonly duration: (minutes: number) => string;
  /** To the person concerned. */
  readonly person: {
    readonly handedOver: (waiting: Waiting) => string;
    readonly stillWaiting: (waiting: Waiting) => string;
    readonly passedOn: (number: string) => string;
    readonly claimed: (name: string) => string;
    readonly handedOn: (name: string) => string;
    readonly reopened: (name: string) => string;
    readonly resolved: (name: string, number: string) => string;
    readonly handedBack: string;
    readonly notDelivered: (time: string) => string;
    readonly personHasIt: (name: string) => string;
  };
  /** In front of what somebody said. */
  readonly said: (name: string, text: string) => string;
  readonly picture: (name: string) => string;
  /** To staff. */
  readonly done: {
    readonly claim: (number: string) => string;
    readonly handOn: (number: string, name: string) => string;
    readonly resolve: (number: string) => string;
    readonly reopen: (number: string) => string;
    readonly handBack: (number: string) => string;
    readonly note: (number: string) => string;
  };
  readonly refusal: Readonly<Record<HandlingRefusal, (ownerName: string) => string>>;
  readonly unknownCase: string;
  readonly whichCase: string;
  readonly unknownColleague: string;
  readonly colleagueNotStaff: string;
  readonly noOpenRequest: string;
  readonly claimFirst: (number: string) => string;
  readonly notDelivered: (name: string, time: string) => string;
  readonly nobodyToTell: string;
  readonly stopWhat: string;
  readonly list: {
    readonly heading: Readonly<Record<'mine' | 'queue' | 'waiting', (count: string) => string>>;
    readonly none: string;
    readonly line: (listed: Listed) => string;
    readonly next: (number: string) => string;
  };
  readonly alarm: (alarm: {
    readonly number: string;
    readonly urgency: string;
    readonly waited: string;
    readonly over: boolean;
    readonly onCall: readonly string[];
  }) => string;
  /** On the card. */
  readonly card: Readonly<
    Record<
      | 'reason'
      | 'urgency'
      | 'owner'
      | 'nobody'
      | 'closed'
      | 'resolved'
      | 'tried'
      | 'request'
      | 'because'
      | 'nextHeading'
      | 'notesHeading'
      | 'claim'
      | 'handOn'
      | 'handOnLabel'
      | 'resolve'
      | 'reopen'
      | 'handBack',
      string
    >
  > & {
    readonly byCommand: (number: string) => string;
    readonly next: Readonly<Record<'security' | 'ask', string>>;
    /** Red flags that come from what people did, not from what they told. */
    readonly flags: Readonly<Record<string, string>>;
  };
}

const ja: CaseText = {
  urgency: { now: '至急', soon: '急ぎ', normal: '通常' },
  reason: {
    asked: '本人が担当者を希望',
    stuck: '案内では解決せず',
    redFlag: '注意すべき兆候',
    taken: '担当者が引き受け',
  },
  duration: (minutes) =>
    minutes < 120 ? `${String(minutes)} 分` : `${String(Math.floor(minutes / 60))} 時間`,
  person: {
    handedOver: ({ contact, from, number, withinMinutes }) =>
      [
        `担当者に伝わりました（案件 ${number}）。`,
        from === undefined
          ? `${String(withinMinutes)} 分ほどで、担当者がここで声をおかけします。`
          : `今は受付時間外です。${from} から担当者が順に対応します。`,
        'お待ちの間、届いた承認の通知は承認せず、コードは誰にも伝えないでください。補足があれば、ここに書いてください。',
        '身に覚えのない通知や電話があったときは、いつでも「身に覚えがない」と書いてください。すぐに手続きを止め、セキュリティの担当者を呼びます。',
        ...(contact === undefined ? [] : [`お急ぎのときの連絡先：${contact}`]),
      ].join('\n'),
    stillWaiting: ({ contact, from, number, withinMinutes }) =>
      [
        `お待たせして申し訳ありません。案件 ${number} を引き受ける担当者がまだ決まっていません。もう一度知らせました。`,
        from === undefined
          ? `遅くとも ${String(withinMinutes)} 分後に、状況をここでお知らせします。`
          : `今は受付時間外です。${from} から対応します。`,
        'それまで、承認の通知は承認せず、コードは誰にも伝えないでください。使える端末でサインインしたままなら、サインアウトしないでください。',
        ...(contact === undefined ? [] : [`お急ぎのときは直接ご連絡ください：${contact}`]),
      ].join('\n'),
    passedOn: (number) => `案件 ${number} に書き足しました。担当者が決まるまで、このままお待ちください。`,
    claimed: (name) =>
      `${name} さんが担当します。ここに書くと、そのまま ${name} さんに届きます。自動の案内は止めます。`,
    handedOn: (name) => `担当が ${name} さんに代わりました。ここに書くと、そのまま届きます。`,
    reopened: (name) => `${name} さんが案件をもう一度開きました。ここに書くと、そのまま届きます。`,
    resolved: (name, number) =>
      `${name} さんが案件 ${number} を解決済みにしました。まだ困っているときは、ここに書いてください。「担当者」と書けば、いつでも担当者につなぎます。`,
    handedBack:
      '門番の案内に戻りました。続けて、困っていることを書いてください。「担当者」と書けば、また担当者につなぎます。',
    notDelivered: (time) =>
      `${time} のメッセージを担当者に届けられませんでした。お手数ですが、もう一度お送りください。`,
    personHasIt: (name) =>
      `今は ${name} さんが担当しています。ボタンは使えません。ここに書くと、そのまま届きます。`,
  },
  said: (name, text) => `${name}：${text}`,
  picture: (name) => `（画像：${name}。ここには表示できません）`,
  done: {
    claim: (number) =>
      `案件 ${number} を引き受けました。このスレッドで @ を付けて書くと、本人のチャットに届きます。@ を付けなければ届きません。`,
    handOn: (number, name) => `案件 ${number} を ${name} さんに引き継ぎました。`,
    resolve: (number) => `案件 ${number} を解決済みにしました。`,
    reopen: (number) => `案件 ${number} をもう一度開き、引き受けました。`,
    handBack: (number) => `案件 ${number} を門番に戻しました。`,
    note: (number) => `案件 ${number} にメモを残しました。本人には届きません。`,
  },
  refusal: {
    ownCase: () => 'ご自身の案件は引き受けられません。',
    taken: (name) => `この案件は ${name} さんが担当しています。`,
    alreadyYours: () => 'この案件は、すでにあなたが担当しています。',
    alreadyTheirs: (name) => `この案件は、すでに ${name} さんが担当しています。`,
    closed: () => 'この案件は終わっています。続けるには「再開」と書いてください。',
    notClosed: () => 'この案件は終わっていません。',
    notTaken: () => 'まだ誰も引き受けていません。先に「引き受ける」と書いてください。',
    securityFirst: () =>
      'セキュリティの判断がまだです。「解除 案件番号 理由」で判断を記録してからにしてください。',
  },
  unknownCase: 'その案件は見つかりません。',
  whichCase:
    'どの案件でしょうか。案件のスレッドで書くか、番号を付けてください（例：「引き受ける C-7K2M」）。',
  unknownColleague: 'そのアドレスの人は見つかりません。',
  colleagueNotStaff: 'その人は担当者のチャネルにいません。',
  noOpenRequest: 'この案件に、本人確認を待っている申請はありません。',
  claimFirst: (number) =>
    `案件 ${number} はまだ誰も引き受けていないため、本人に届けていません。先に「引き受ける」と書いてください。`,
  notDelivered: (name, time) =>
    `${time} のメッセージを ${name} さんに届けられませんでした。別の方法でご連絡ください。`,
  nobodyToTell: '（本人とのチャットがありません）',
  stopWhat:
    '何を止めますか。すべての実行を止める：「緊急停止 理由」。申請を止める：「凍結 R-7K2M 理由」。担当を外れる：「ボットに戻す」または「（アドレス）に引き継ぐ」。',
  list: {
    heading: {
      mine: (count) => `担当中の案件：${count} 件`,
      queue: (count) => `案件一覧：${count} 件`,
      waiting: (count) => `待っている人：${count} 人`,
    },
    none: 'ありません。',
    line: ({ number, owner, person, urgency, waited }) =>
      `${number} · ${person} · ${ja.urgency[urgency]} · ${waited}前から · ${owner ?? '担当なし'}`,
    next: (number) => `続き：「案件一覧 次 ${number}」`,
  },
  alarm: ({ number, onCall, over, urgency, waited }) =>
    [
      over
        ? `案件 ${number}（${urgency}）が時間内に引き受けられていません。${waited}待っています。`
        : `案件 ${number}（${urgency}）をまだ誰も引き受けていません。${waited}待っています。`,
      `引き受ける：「引き受ける ${number}」`,
      ...(onCall.length === 0 ? [] : [`当番：${onCall.join('、')}`]),
    ].join('\n'),
  card: {
    reason: '引き継ぎの理由',
    urgency: '急ぎの度合い',
    owner: '担当',
    nobody: '未定',
    closed: '終了',
    resolved: '解決済み（組織の情報で確認中）',
    tried: '試したこと',
    request: '申請',
    because: '理由',
    nextHeading: '次にすること',
    notesHeading: 'メモ',
    claim: '引き受ける',
    handOn: '引き継ぐ',
    handOnLabel: '引き継ぐ相手のアドレス',
    resolve: '解決済みにする',
    reopen: 'もう一度開く',
    handBack: '門番に戻す',
    byCommand: (number) =>
      `文字でも：「引き受ける ${number}」「（アドレス）に引き継ぐ」「解決」「再開」「ボットに戻す」「メモ …」「リセットを申請」「本人確認 電話」`,
    next: {
      security: '先にセキュリティの判断を記録してください：「解除 案件番号 理由」',
      ask: '引き受けたあと、本人確認をして申請してください：「リセットを申請」または「パスを申請」',
    },
    flags: {
      not_me_reported: '身に覚えがないと言われた',
      wrong_phrase_given: '合い言葉を何度も間違えた',
      frozen_by_staff: '担当者が申請を凍結した',
      other_number_given: 'ディレクトリにない番号への電話を頼まれた（その番号にはかけないでください）',
      odd_sign_in_after_remedy: '対処のあと、いつもと違うサインインがあった',
    },
  },
};

const en: CaseText = {
  urgency: { now: 'now', soon: 'soon', normal: 'normal' },
  reason: {
    asked: 'they asked for a person',
    stuck: 'the advice did not help',
    redFlag: 'a red flag',
    taken: 'taken by staff',
  },
  duration: (minutes) => (minutes < 120 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h`),
  person: {
    handedOver: ({ contact, from, number, withinMinutes }) =>
      [
        `The helpdesk has your case (${number}).`,
        from === undefined
          ? `Somebody will write to you here in about ${String(withinMinutes)} minutes.`
          : `Nobody is on duty right now. From ${from} on somebody looks after it.`,
        'While you wait, do not approve any prompt and do not tell anyone a code. If there is more to say, write it here.',
        'If a prompt or a call comes that you know nothing about, write "not me" at any time: everything is stopped at once and security is called.',
        ...(contact === undefined ? [] : [`If it is urgent: ${contact}`]),
      ].join('\n'),
    stillWaiting: ({ contact, from, number, withinMinutes }) =>
      [
        `I am sorry for the wait. Nobody has taken case ${number} yet, and I have called for somebody again.`,
        from === undefined
          ? `You hear from me here within ${String(withinMinutes)} minutes at the latest.`
          : `Nobody is on duty right now; it goes on from ${from}.`,
        'Until then, do not approve any prompt and do not tell anyone a code. Where you are still signed in, stay signed in.',
        ...(contact === undefined
          ? []
          : [`If it is urgent, please contact the helpdesk yourself: ${contact}`]),
      ].join('\n'),
    passedOn: (number) => `I have added this to case ${number}. Please wait until somebody has taken it.`,
    claimed: (name) =>
      `${name} looks after your case now. What you write here goes straight to ${name}; I keep quiet.`,
    handedOn: (name) => `${name} looks after your case now. What you write here goes straight to them.`,
    reopened: (name) => `${name} has opened your case again. What you write here goes straight to them.`,
    resolved: (name, number) =>
      `${name} has marked case ${number} as resolved. If something is still wrong, write it here; "talk to a person" brings somebody at any time.`,
    handedBack:
      'You are back with me, Monban. Please go on and write what is wrong. "talk to a person" brings somebody again.',
    notDelivered: (time) =>
      `Your message of ${time} could not be delivered to the helpdesk. Please send it again.`,
    personHasIt: (name) =>
      `${name} looks after your case, so the buttons rest. What you write here goes straight to them.`,
  },
  said: (name, text) => `${name}: ${text}`,
  picture: (name) => `(picture: ${name}; it cannot be shown here)`,
  done: {
    claim: (number) =>
      `You have case ${number}. What you write in this thread with @ goes to the person's chat; without @ it does not.`,
    handOn: (number, name) => `Case ${number} has been handed on to ${name}.`,
    resolve: (number) => `Case ${number} is resolved.`,
    reopen: (number) => `Case ${number} is open again, and you have it.`,
    handBack: (number) => `Case ${number} is back with Monban.`,
    note: (number) => `Your note is with case ${number}. The person does not see it.`,
  },
  refusal: {
    ownCase: () => 'Nobody looks after their own case.',
    taken: (name) => `${name} has this case.`,
    alreadyYours: () => 'You have this case already.',
    alreadyTheirs: (name) => `${name} has this case already.`,
    closed: () => 'This case is over. To go on, write "reopen".',
    notClosed: () => 'This case is not over.',
    notTaken: () => 'Nobody has taken this case yet. Please write "claim" first.',
    securityFirst: () =>
      'Security has not decided yet. Please have the decision recorded first: "clear <case number> <reason>".',
  },
  unknownCase: 'There is no such case.',
  whichCase: 'Which case? Write it in the case\'s thread, or with its number (for example "claim C-7K2M").',
  unknownColleague: 'There is nobody with this address.',
  colleagueNotStaff: 'That person is not in the staff channel.',
  noOpenRequest: 'This case has no request that waits for a proof of identity.',
  claimFirst: (number) =>
    `This was not delivered: nobody has taken case ${number} yet. Please write "claim" first.`,
  notDelivered: (name, time) =>
    `The message of ${time} could not be delivered to ${name}. Please reach them another way.`,
  nobodyToTell: '(no chat with the person is known)',
  stopWhat:
    'Stop what? Everything that is done to accounts: "stop everything <reason>". A request: "freeze R-7K2M <reason>". Looking after a case: "hand back" or "hand on <address>".',
  list: {
    heading: {
      mine: (count) => `Your cases: ${count}`,
      queue: (count) => `Open cases: ${count}`,
      waiting: (count) => `Waiting: ${count}`,
    },
    none: 'None.',
    line: ({ number, owner, person, urgency, waited }) =>
      `${number} · ${person} · ${en.urgency[urgency]} · for ${waited} · ${owner ?? 'nobody'}`,
    next: (number) => `More: "queue after ${number}"`,
  },
  alarm: ({ number, onCall, over, urgency, waited }) =>
    [
      over
        ? `Case ${number} (${urgency}) has not been taken in time. It has been waiting for ${waited}.`
        : `Nobody has taken case ${number} (${urgency}) yet. It has been waiting for ${waited}.`,
      `To take it: "claim ${number}"`,
      ...(onCall.length === 0 ? [] : [`On call: ${onCall.join(', ')}`]),
    ].join('\n'),
  card: {
    reason: 'Why a person',
    urgency: 'How urgent',
    owner: 'Looked after by',
    nobody: 'nobody yet',
    closed: 'closed',
    resolved: 'resolved (until the tenant shows it)',
    tried: 'Was tried',
    request: 'Request',
    because: 'because',
    nextHeading: 'Suggested next step',
    notesHeading: 'Notes',
    claim: 'Claim',
    handOn: 'Hand on',
    handOnLabel: 'Address of the colleague',
    resolve: 'Resolve',
    reopen: 'Reopen',
    handBack: 'Hand back to Monban',
    byCommand: (number) =>
      `In words: "claim ${number}", "hand on <address>", "resolve", "reopen", "hand back", "note …", "ask for reset", "proof call-back"`,
    next: {
      security: 'Have a security decision recorded first: "clear <case number> <reason>"',
      ask: 'Take the case, make sure who they are, and ask for it: "ask for reset" or "ask for pass"',
    },
    flags: {
      not_me_reported: 'somebody said that it was not them',
      wrong_phrase_given: 'the phrase was wrong several times',
      frozen_by_staff: 'staff froze a request',
      other_number_given:
        'a call was asked for at a number that the directory does not hold (do not call it)',
      odd_sign_in_after_remedy: 'an unusual sign-in came after the remedy',
    },
  },
};

/** Every word about a case that a person has, ja and en. */
export const caseText: Readonly<Record<Language, CaseText>> = { ja, en };
