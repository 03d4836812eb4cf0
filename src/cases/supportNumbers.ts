/**
 * Where Microsoft's support for businesses is called, and when somebody answers. From Microsoft's own list,
 * learn.microsoft.com/microsoft-365/admin/support-contact-info (MicrosoftDocs/microsoft-365-docs, commit 0776bed3): numbers
 * change, so the list itself is always named with them.
 */
export const supportListAt = 'https://learn.microsoft.com/microsoft-365/admin/support-contact-info';

export interface SupportNumber {
  /** Two letters. */
  readonly country: string;
  readonly numbers: readonly string[];
  readonly timeZone: string;
  /** Technical support in the country's language, where it is not there around the clock. */
  readonly hours?: Readonly<Record<'ja' | 'en', string>> | undefined;
}

const supportNumbers: readonly SupportNumber[] = [
  {
    country: 'JP',
    numbers: [
      '0120 996 680 (Office 365 Enterprise)',
      '0120 628 860 (Other plans)',
      '03 4332 5493',
      '03 4332 6257',
    ],
    timeZone: 'Asia/Tokyo',
    hours: {
      ja: '技術サポート：Enterprise プランは毎日 24 時間。そのほかのプランは平日 9:00～17:30（重大な問題は毎日 24 時間）。請求の窓口は平日 9:00～17:00',
      en: 'technical support: every day around the clock for Enterprise plans; others weekdays 9:00-17:30 (severe problems around the clock). Billing: weekdays 9:00-17:00',
    },
  },
  { country: 'US', numbers: ['1 800 865 9408'], timeZone: 'America/New_York' },
  { country: 'CA', numbers: ['1 800 865 9408'], timeZone: 'America/Toronto' },
  { country: 'GB', numbers: ['0800 032 6417', '0203 450 6455'], timeZone: 'Europe/London' },
  { country: 'AU', numbers: ['1800 197 503', '02 8223 9959'], timeZone: 'Australia/Sydney' },
  { country: 'NZ', numbers: ['0800 194 197', '09 912 7298'], timeZone: 'Pacific/Auckland' },
  { country: 'IN', numbers: ['000 800 440 2038'], timeZone: 'Asia/Kolkata' },
  { country: 'SG', numbers: ['1 800 622 1856', '6622 1855'], timeZone: 'Asia/Singapore' },
  {
    country: 'KR',
    numbers: ['080 495 0880', '02 3483 1937'],
    timeZone: 'Asia/Seoul',
    hours: {
      ja: '韓国語は平日 9:00～18:00、英語は毎日 24 時間',
      en: 'Korean weekdays 9:00-18:00, English around the clock',
    },
  },
  {
    country: 'TW',
    numbers: ['0800 666 802', '02 2656 7301'],
    timeZone: 'Asia/Taipei',
    hours: {
      ja: '中国語は平日 9:00～18:00、英語は毎日 24 時間',
      en: 'Mandarin weekdays 9:00-18:00, English around the clock',
    },
  },
];

/** The line of a country; Japan's or the United States' by language where its own is not known here. */
export function supportOf(country: string): SupportNumber | undefined {
  return supportNumbers.find((line) => line.country === country.toUpperCase());
}
