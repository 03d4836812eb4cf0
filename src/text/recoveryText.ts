import type { RecoveryStep } from '../cases/followUp';
import type { Language } from '../cases/language';

/** Whose page this is in every tenant: where a person registers methods. */
const registerAt = 'https://aka.ms/mysecurityinfo';

interface RecoveryText {
  readonly person: Readonly<
    Record<'begun' | 'reminder', (number: string, todo: string) => string> &
      Record<'proven', (number: string) => string>
  >;
  readonly staff: {
    readonly proven: (number: string, name: string) => string;
    readonly left: (number: string, name: string, todo: string) => string;
  };
  /** What the person does, one line each. */
  readonly doYourself: Readonly<Record<RecoveryStep, string>>;
  /** What an administrator looks at or does, one line each. */
  readonly doAsAdmin: Readonly<Record<RecoveryStep, string>>;
  readonly alsoAsAdmin: string;
  readonly look: string;
  readonly lookByCommand: string;
  readonly looking: string;
  readonly nothingFollowed: string;
}

export const recoveryText: Readonly<Record<Language, RecoveryText>> = {
  ja: {
    person: {
      begun: (number, todo) =>
        `案件 ${number}：このあと、次の手順をお願いします。\n\n${todo}\n\n終わると自動で分かります。すぐに確認するときは「登録しました」と送ってください。`,
      reminder: (number, todo) =>
        `案件 ${number}：まだ終わっていない手順があります。お手すきのときにお願いします。\n\n${todo}\n\n困ったときは「担当者と話す」と送ってください。`,
      proven: (number) =>
        `新しい方法でサインインできることを確認しました。案件 ${number} は終了です。お疲れさまでした。身に覚えのないことがあれば、14 日以内に「身に覚えがない」と送ってください。`,
    },
    staff: {
      proven: (number, name) => `案件 ${number}（${name} さん）：必要な確認がすべてそろいました。`,
      left: (number, name, todo) =>
        `要対応：案件 ${number}（${name} さん）は、案内を繰り返しても終わっていません。\n\n${todo}`,
    },
    doYourself: {
      newMethod: `${registerAt} を開き、パスキー（できないときは認証アプリ）を登録する`,
      signedIn: 'いったんサインアウトし、新しい方法でサインインする',
      secondMethod: `${registerAt} で、2 つ目の方法を登録する（パスキーがまだなら、パスキー）`,
      oldRemoved: `${registerAt} で、使わなくなった古い登録を削除する`,
      passDeleted: '一時アクセス パスは自動で削除されます',
      exclusionRestored: '一時的な除外は自動で元に戻ります',
      sessionsRevoked: 'すべての端末からのサインアウトは担当者が行います',
    },
    doAsAdmin: {
      newMethod: '本人に連絡し、新しい認証方法の登録を手伝う',
      signedIn: '新しい方法でサインインできるか、本人と一緒に確かめる',
      secondMethod: '2 つ目の認証方法（パスキー推奨）の登録を勧める',
      oldRemoved: '古い登録を削除する（Entra 管理センター →「ユーザー」→「認証方法」）',
      passDeleted: '一時アクセス パスを削除する（Entra 管理センター →「ユーザー」→「認証方法」）',
      exclusionRestored: '除外用グループから外す',
      sessionsRevoked: 'セッションを取り消す',
    },
    alsoAsAdmin: 'なくした端末があれば、Entra 管理センターの「デバイス」で無効化または削除してください。',
    look: '登録しました（確認する）',
    lookByCommand: '終わったら「登録しました」と送ってください。',
    looking: '確認しています。少しお待ちください。',
    nothingFollowed: '今、確認を待っている手順はありません。',
  },
  en: {
    person: {
      begun: (number, todo) =>
        `Case ${number}: please do the following now.\n\n${todo}\n\nIt is noticed by itself when you are done. To have it looked at at once, send "I have registered".`,
      reminder: (number, todo) =>
        `Case ${number}: something is still to be done. Please do it when you have a moment.\n\n${todo}\n\nIf you are stuck, send "talk to a person".`,
      proven: (number) =>
        `It is confirmed that you can sign in with your new method. Case ${number} is closed. If anything was not you, send "not me" within 14 days.`,
    },
    staff: {
      proven: (number, name) => `Case ${number} (${name}): everything that has to be proven was seen.`,
      left: (number, name, todo) =>
        `To do: case ${number} (${name}) is not finished although the person was reminded.\n\n${todo}`,
    },
    doYourself: {
      newMethod: `Open ${registerAt} and register a passkey (or an authenticator app where that is not possible)`,
      signedIn: 'Sign out once, and sign in with the new method',
      secondMethod: `Register a second method at ${registerAt} (a passkey, if you have none yet)`,
      oldRemoved: `Delete the old entries that you no longer use at ${registerAt}`,
      passDeleted: 'The Temporary Access Pass is deleted by itself',
      exclusionRestored: 'The exclusion ends by itself',
      sessionsRevoked: 'Staff sign you out on every device',
    },
    doAsAdmin: {
      newMethod: 'Contact the person and help them register a new method',
      signedIn: 'See together with the person that they can sign in with it',
      secondMethod: 'Have them register a second method (a passkey first)',
      oldRemoved: 'Delete the old entries (Entra admin center > Users > Authentication methods)',
      passDeleted: 'Delete the Temporary Access Pass (Entra admin center > Users > Authentication methods)',
      exclusionRestored: 'Take the person out of the exclusion group',
      sessionsRevoked: 'Revoke the sessions',
    },
    alsoAsAdmin: 'If a device was lost, disable or delete it in the Entra admin center under Devices.',
    look: 'I have registered (check now)',
    lookByCommand: 'When you are done, send "I have registered".',
    looking: 'It is being looked at. One moment please.',
    nothingFollowed: 'Nothing is waiting to be seen at the moment.',
  },
};
