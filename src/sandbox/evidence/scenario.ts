import type { Language } from '../../cases/language';
import type { PersonState } from '../tenant/personState';
import type { TenantChange } from '../tenant/tenantSettings';

/** A person in trouble: what the tenant holds about them, what they say, and what they would answer if asked. */
export interface EvidenceScenario {
  readonly id: string;
  readonly lang: Language;
  readonly opening: string;
  readonly state: PersonState;
  /** What of the tenant as a whole is different for it. */
  readonly tenant?: TenantChange;
  /** The id of a service that is disturbed. */
  readonly disturbed?: string;
  /** Anything else is answered with "I don't know". */
  readonly facts: Readonly<Record<string, string | boolean | string[]>>;
  /** What is the matter, the best first. */
  readonly causes: readonly string[];
  /** Every route that would be right. */
  readonly routes: readonly string[];
}

type Rest = Omit<EvidenceScenario, 'id' | 'lang' | 'opening'>;

const openings: Readonly<Record<Language, readonly string[]>> = {
  ja: [
    'サインインできません',
    'ログインできません。助けてください',
    '会社のアカウントに入れません',
    '朝からサインインできなくて困っています',
  ],
  en: [
    "I can't sign in",
    'I cannot log in to my account',
    "I'm locked out, please help",
    'Signing in does not work any more',
  ],
};

/** One of the openings that say nothing but that it does not work. */
export function scenario(id: string, lang: Language, rest: Rest, opening?: string): EvidenceScenario {
  const plain = openings[lang];
  const turn = id.length % plain.length;
  return { id, lang, opening: opening ?? plain[turn] ?? '', ...rest };
}
