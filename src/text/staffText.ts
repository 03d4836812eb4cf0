import type { Language } from '../cases/language';

/** What staff, security and colleagues are told of what they typed. */
interface StaffText {
  readonly colleague: Readonly<Record<'received' | 'tooManyRequests', string>>;
  readonly opened: (number: string) => string;
  readonly goesOn: (number: string) => string;
  readonly nothingToResume: string;
  readonly changed: (number: string) => string;
  readonly nothingToChange: string;
  readonly freeze: Readonly<Record<'frozen' | 'tooLate' | 'unknownRequest' | 'notStaff', string>>;
  readonly clear: Readonly<
    Record<
      'done' | 'notSecurity' | 'unknownCase' | 'mayNotApproveOwnRequest' | 'reasonMissing' | 'nothingToClear',
      string
    >
  >;
  readonly stop: string;
  readonly resume: string;
  readonly stopRefused: Readonly<Record<'notStaff' | 'notSecurity' | 'reasonMissing', string>>;
  readonly directorySilent: string;
}

export const staffText: Readonly<Record<Language, StaffText>> = {
  ja: {
    colleague: {
      received:
        'ご依頼を受け付けました。該当する方がいれば、本人とヘルプデスクに伝え、ヘルプデスクが本人確認をしてから対応します。ここでは結果をお知らせできないことがあります。',
      tooManyRequests:
        '短い時間に依頼が多すぎます。しばらくしてからやり直すか、ヘルプデスクに連絡してください。',
    },
    opened: (number) =>
      `申請 ${number} を出しました。登録されている番号に折り返し電話をかけ、本人確認を記録してください（例：「本人確認 ${number} 電話」）。`,
    goesOn: (number) => `残りについて、申請 ${number} を出しました。承認されると実行します。`,
    nothingToResume: 'この申請には、続けるものがありません。',
    changed: (number) =>
      `申請 ${number} の内容を変えました。それまでの承認は無効です。もう一度承認が必要で、変えた人は承認できません。`,
    nothingToChange: 'この申請では、変わるものがありません。',
    freeze: {
      frozen: '申請を止めました。何も変更されません。',
      tooLate: 'すでに実行が始まっているか終わっています。セキュリティに知らせました。',
      unknownRequest: 'その番号の申請は見つかりません。',
      notStaff: 'この操作は、担当者のチャネルでだけできます。',
    },
    clear: {
      done: '判断を記録しました。必要であれば、もう一度申請できます。',
      notSecurity: 'この判断ができるのは、セキュリティのロールを持つ人だけです。',
      unknownCase: 'その番号の案件は見つかりません。',
      mayNotApproveOwnRequest: '自分が関わっている案件は判断できません。',
      reasonMissing: '理由を書いてください（例：「解除 C-7K2M 本人と面談して確認」）。',
      nothingToClear: 'この案件に、判断を待っているものはありません。',
    },
    stop: 'すべての実行を止めました。承認済みで未実行の申請は取り消しました。再開は「緊急停止解除 理由」です。',
    resume: '実行を再開しました。',
    stopRefused: {
      notStaff: 'この操作は、担当者のチャネルでだけできます。',
      notSecurity: '再開できるのは、セキュリティのロールを持つ人だけです。',
      reasonMissing: '理由を書いてください（例：「緊急停止 不審な申請が続いている」）。',
    },
    directorySilent: '今、社員情報を確認できません。少し待ってから、もう一度送ってください。',
  },
  en: {
    colleague: {
      received:
        'Your request has been received. If there is such a person, they and the helpdesk are told, and the helpdesk makes sure who they are before anything is done. You may not hear about the outcome here.',
      tooManyRequests:
        'There have been too many in a short time. Please try again later, or call your helpdesk.',
    },
    opened: (number) =>
      `Request ${number} has been made. Please call back on the number in the directory and record it (for example "proof ${number} call-back").`,
    goesOn: (number) => `Request ${number} has been made for what is left. It is done once it is approved.`,
    nothingToResume: 'This request was not left unfinished, so there is nothing to go on with.',
    changed: (number) =>
      `Request ${number} has been changed. Approvals given before are void: it has to be approved again, by somebody other than you.`,
    nothingToChange: 'That changes nothing about this request.',
    freeze: {
      frozen: 'The request has been stopped. Nothing is changed.',
      tooLate: 'It was running or finished already. Security has been called.',
      unknownRequest: 'There is no request with this number.',
      notStaff: 'This can be done in the staff channel only.',
    },
    clear: {
      done: 'Your decision is recorded. A new request can be made if it is still needed.',
      notSecurity: 'Only somebody who holds a security role can decide this.',
      unknownCase: 'There is no case with this number.',
      mayNotApproveOwnRequest: 'You are part of this case, so you cannot decide about it.',
      reasonMissing: 'Please give a reason (for example "clear C-7K2M met them in person").',
      nothingToClear: 'Nothing about this case is waiting for a decision.',
    },
    stop: 'Everything has been stopped. What was approved and had not run yet has been taken back. To go on: "resume everything <reason>".',
    resume: 'Things go on again.',
    stopRefused: {
      notStaff: 'This can be done in the staff channel only.',
      notSecurity: 'Only somebody who holds a security role can let things go on.',
      reasonMissing: 'Please give a reason (for example "stop everything odd requests keep coming").',
    },
    directorySilent: 'The directory does not answer at the moment. Please send it again in a little while.',
  },
};
