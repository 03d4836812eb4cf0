import type { Language } from '../cases/language';

/** What is known of the tenant and the account, for the packet. Names are made plain before they come here. */
export interface PacketFacts {
  readonly caseNumber: string;
  readonly tenantId: string;
  readonly domain: string | undefined;
  readonly userName: string | undefined;
  readonly objectId: string;
  readonly numbers: readonly string[];
  readonly hours: string | undefined;
  readonly listAt: string;
  readonly country: string;
}

interface ReminderFacts {
  readonly caseNumber: string;
  readonly ticket: string | undefined;
  readonly numbers: readonly string[];
  /** Days on which nobody is to call, before the next reminder. */
  readonly off: readonly string[];
  readonly next: string;
}

interface MicrosoftText {
  readonly packet: (facts: PacketFacts) => string;
  readonly today: (dayOff: string) => string;
  readonly onlyWeekends: string;
  readonly reminder: (facts: ReminderFacts) => string;
  readonly ticketKept: (caseNumber: string, ticket: string) => string;
  readonly accessBack: (caseNumber: string) => string;
  readonly staff: {
    readonly begun: (caseNumber: string, name: string) => string;
    readonly tooLong: (caseNumber: string, name: string) => string;
  };
  readonly answers: Readonly<
    Record<'begun' | 'unknownCase' | 'unknownCountry' | 'kept' | 'noted' | 'nothingFollowed', string>
  >;
}

export const microsoftText: Readonly<Record<Language, MicrosoftText>> = {
  ja: {
    packet: (
      facts,
    ) => `案件 ${facts.caseNumber}：ほかに管理者がいないため、Microsoft サポートに電話をお願いします。持ち主だと確かめたうえで、データ保護チーム（Data Protection、Tenant Recovery とも呼ばれます）が認証方法を初期化します。

**1. 手元に用意するもの**
- テナント ID：${facts.tenantId}
- ドメイン名：${facts.domain ?? '（会社のドメイン）'} と、「～.onmicrosoft.com」の名前
- 入れなくなった管理者のサインイン名：${facts.userName ?? '（管理者のサインイン名）'}
- その管理者のオブジェクト ID：${facts.objectId}
- 契約しているプランの名前と、サブスクリプション ID
- 請求の情報：最近の請求書の番号、支払いカードの下 4 桁、請求先の会社名と住所
- 契約したときの情報：申し込んだ人、時期、登録した連絡用のメール アドレスと電話番号
- 会社の正式な名前と、担当者の名前・連絡先
- いきさつ：いつ、なぜ認証できなくなったか（機種変更、故障など）と、業務への影響

**2. 持ち主だと示す方法**
- 請求の情報と、契約したときの情報が合うこと
- ドメインの DNS に、指定された TXT レコードを追加できること
- 登録済みの電話番号かメールに届く確認コードを読み上げること（別の番号からかけたとき）

**3. 電話する**
- ${facts.country}：${facts.numbers.join(' / ')}
${facts.hours === undefined ? '' : `- ${facts.hours}\n`}- ほかの国の番号と最新の一覧：${facts.listAt}

**4. 伝えること**
- 製品は「一般法人向け Microsoft 365」、会社のアカウントです
- 私は全体管理者で、ほかに管理者はいません
- 多要素認証ができず、管理センターにサインインできません
- サービス リクエストを作り、データ保護チームにつないでください

**5. 電話がつながらないとき**
- 試用版で別のテナントを作り、その管理センター →「サポート」→「ヘルプとサポート」から依頼を出します
- 「この依頼は別のテナントについてです」と書き、上のテナント ID、ドメイン、管理者のサインイン名を書きます
- 試用版は連絡のためだけに使い、終わったら解約します

**6. このあと**
- 受付番号が分かったら「受付番号 12345」のように送ってください。控えておきます
- 営業日ごとに、もう一度電話するようお知らせします。数日かかることがあります
- 入れるようになったら「アクセスが戻りました」と送ってください
- パスワードや確認コードは、このチャットに書かないでください`,
    today: (dayOff) =>
      `今日は${dayOff}です。請求やデータ保護チームの担当者は、次の営業日まで動かないことがあります。`,
    onlyWeekends: '祝日は分からないため、土日だけを休みとして数えています。',
    reminder: ({ caseNumber, next, numbers, off, ticket }) =>
      `案件 ${caseNumber}：Microsoft のサポートから連絡はありましたか。${
        ticket === undefined
          ? 'まだ受付番号がありません。電話して、番号が分かったら「受付番号 12345」のように送ってください。'
          : `まだのときは、受付番号 ${ticket} を伝えて、状況を聞いてください。`
      }電話：${numbers.join(' / ')}${off.length === 0 ? '' : `\n\nお休み：${off.join('、')}`}\n\n次のお知らせ：${next}\n\n入れるようになったら「アクセスが戻りました」と送ってください。`,
    ticketKept: (caseNumber, ticket) =>
      `案件 ${caseNumber}：受付番号 ${ticket} を控えました。折り返しを待ち、来ないときは、この番号を伝えて電話してください。`,
    accessBack: (caseNumber) =>
      `案件 ${caseNumber}：よかったです。次に、管理者を 2 人以上にし、それぞれにパスキーを登録してください。緊急用のアカウントも、パスキーなどの強い方法で 2 つ用意してください。新しい方法でサインインできたことを確認したら、案件を終了します。`,
    staff: {
      begun: (caseNumber, name) =>
        `案件 ${caseNumber}：${name} さんは、ただ一人の管理者で、サインインできません。Microsoft サポートへの連絡手順を案内しました。`,
      tooLong: (caseNumber, name) =>
        `要対応：案件 ${caseNumber}（${name} さん）は、Microsoft サポートへの連絡から 30 日たっても終わっていません。`,
    },
    answers: {
      begun: '手順を送ります。',
      unknownCase: 'その番号の案件は見つかりません。',
      unknownCountry: 'その国の番号は登録されていません（例：「マイクロソフト C-7K2M JP」）。',
      kept: '受付番号を控えました。',
      noted: '分かりました。新しい方法での登録とサインインを確認します。',
      nothingFollowed: 'Microsoft サポートの案件はありません。',
    },
  },
  en: {
    packet: (
      facts,
    ) => `Case ${facts.caseNumber}: there is no other administrator, so please call Microsoft's support. Once it is proven that the tenant is yours, the Data Protection team (also called Tenant Recovery) resets the sign-in methods.

**1. Have ready**
- Tenant ID: ${facts.tenantId}
- Domain: ${facts.domain ?? '(your domain)'}, and the name that ends in .onmicrosoft.com
- Sign-in name of the administrator who is locked out: ${facts.userName ?? '(their sign-in name)'}
- Object ID of that account: ${facts.objectId}
- The name of your plan, and the subscription ID
- Billing: number of a recent invoice, last four digits of the card, company name and address on the bill
- From when you signed up: who did it, when, the contact mail address and telephone number that were given
- Your organisation's legal name, and the name and contact of whoever is responsible
- What happened: since when and why you cannot sign in (a new phone, a broken one), and what stands still

**2. How you prove that it is yours**
- The billing facts and those from signing up agree
- You can add a TXT record that they name to the DNS of your domain
- You read out a code that is sent to the registered number or mail address (if you call from another number)

**3. Call**
- ${facts.country}: ${facts.numbers.join(' / ')}
${facts.hours === undefined ? '' : `- ${facts.hours}\n`}- Numbers of other countries, and the list as it is now: ${facts.listAt}

**4. Say**
- The product is Microsoft 365 for business, and it is a company account
- I am the global administrator, and there is no other administrator
- I cannot pass multifactor authentication, so I cannot sign in to the admin center
- Please open a service request and connect me with the Data Protection team

**5. If nobody can be reached**
- Sign up for a trial, which is a tenant of its own; in its admin center open a request under Support > Help & support
- Write that the request is about another tenant, and give the tenant ID, the domain and the administrator's sign-in name above
- The trial is for contact only; cancel it afterwards

**6. After that**
- Once you have the ticket's number, send "ticket 12345": it is kept here
- You are reminded on each working day to call again; it may take some days
- When you are in again, send "access is back"
- Never write a password or a code in this chat`,
    today: (dayOff) =>
      `Today is ${dayOff}: billing and the Data Protection team may not move before the next working day.`,
    onlyWeekends: 'Public holidays of your country are not known here; only weekends count as days off.',
    reminder: ({ caseNumber, next, numbers, off, ticket }) =>
      `Case ${caseNumber}: has Microsoft's support called you back? ${
        ticket === undefined
          ? 'There is no ticket yet. Please call, and send the number as "ticket 12345".'
          : `If not, please call, give them ticket ${ticket} and ask how it stands.`
      } Call ${numbers.join(' / ')}${off.length === 0 ? '' : `\n\nDays off: ${off.join(', ')}`}\n\nNext reminder: ${next}\n\nWhen you are in again, send "access is back".`,
    ticketKept: (caseNumber, ticket) =>
      `Case ${caseNumber}: ticket ${ticket} is kept. Please wait for the call back; if none comes, call and give them this number.`,
    accessBack: (caseNumber) =>
      `Case ${caseNumber}: good. Now make it two administrators or more, each with a passkey, and set up two emergency accounts with a strong method such as a passkey. The case closes once it is seen that you sign in with a new method.`,
    staff: {
      begun: (caseNumber, name) =>
        `Case ${caseNumber}: ${name} is the only administrator and cannot sign in. The way to Microsoft's support was told.`,
      tooLong: (caseNumber, name) =>
        `To do: case ${caseNumber} (${name}) has been with Microsoft's support for 30 days and is not finished.`,
    },
    answers: {
      begun: 'The steps are being sent.',
      unknownCase: 'There is no case with this number.',
      unknownCountry: 'There is no number for that country here (for example "microsoft C-7K2M GB").',
      kept: 'The number is kept.',
      noted: 'Good. It is being seen whether a new method and a sign-in show.',
      nothingFollowed: "Nothing is with Microsoft's support at the moment.",
    },
  },
};
