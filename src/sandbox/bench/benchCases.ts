import type { SupportCase } from '../../commands/caseFile';

/** Troubles that people of the benches have, with what they answer when asked; to all else they say that they don't know. */
export const benchCases: readonly SupportCase[] = [
  {
    id: 'new-phone',
    lang: 'ja',
    opening: '携帯を買い替えたら認証アプリに通知が届かなくなりました。',
    facts: { phone: 'replaced', works_elsewhere: 'false' },
    tenant: {},
  },
  {
    id: 'lost-phone',
    lang: 'en',
    opening: 'I lost my phone on the train and now I cannot approve the sign-in.',
    facts: { phone: 'lost', phone_lost: 'true' },
    tenant: {},
  },
  {
    id: 'no-text',
    lang: 'ja',
    opening: 'サインインの確認コードがSMSで届きません。',
    facts: { phone: 'same' },
    tenant: {},
  },
  {
    id: 'password',
    lang: 'en',
    opening: 'It says my password is wrong. I think I forgot it after the holidays.',
    facts: {},
    tenant: {},
  },
  {
    id: 'unclear',
    lang: 'ja',
    opening: 'サインインできません。',
    facts: {},
    tenant: {},
  },
  {
    id: 'number-changed',
    lang: 'en',
    opening: 'My phone number changed and the code still goes to the old one.',
    facts: { phone: 'same' },
    tenant: {},
  },
];
