/** The two languages that every text exists in. */
export type Language = 'ja' | 'en';

/** The same text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
