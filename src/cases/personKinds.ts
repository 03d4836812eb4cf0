/** What of a person decides whether, and by whom, the account may be touched. */
export const personKinds = [
  'ordinary',
  'synced',
  'privileged',
  'soleAdmin',
  'breakGlass',
  'guest',
  'managementRestricted',
  'bot',
] as const;
export type PersonKind = (typeof personKinds)[number];
