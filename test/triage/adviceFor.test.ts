import { supportListAt } from '../../src/cases/supportNumbers';
import { routes } from '../../src/triage/assessment';
import { adviceFor } from '../../src/triage/adviceFor';
import type { Observation } from '../../src/triage/observation';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();
const languages = ['ja', 'en'] as const;

function adviceEverywhere(
  today: string,
  telecomProvider: boolean,
  observations: readonly Observation[] = [],
): string[] {
  return knowledge.causes.flatMap(({ id }) =>
    routes.flatMap((route) =>
      languages.flatMap((language) =>
        adviceFor(knowledge, { cause: id, route, observations, language, today, telecomProvider }),
      ),
    ),
  );
}

describe('advice', () => {
  test('is there for every cause in both languages', () => {
    const empty = knowledge.causes.filter(({ id }) =>
      languages.some(
        (language) =>
          adviceFor(knowledge, {
            cause: id,
            route: 'self-service',
            observations: [],
            language,
            today: '2026-12-01',
            telecomProvider: false,
          }).length === 0,
      ),
    );
    expect(empty).toEqual([]);
  });

  test('names a passkey before any other spare method', () => {
    const [first] = adviceFor(knowledge, {
      cause: 'landline-unsuitable',
      route: 'self-service',
      observations: [],
      language: 'en',
      today: '2026-12-01',
      telecomProvider: false,
    });
    expect(first).toContain('passkey');
  });

  test.each([
    /register (it|a number|your phone number) as|(?:add|register) (?:a|your) (?:phone )?number/i,
    /office or alternate phone/,
    /SMSや電話を登録|会社電話/,
  ])('no longer says %s once Microsoft has ended texts and calls', (forbidden) => {
    expect(adviceEverywhere('2027-02-01', false).filter((step) => forbidden.test(step))).toEqual([]);
  });

  test('keeps advice on calls where the tenant has a telecom provider of its own', () => {
    expect(
      adviceEverywhere('2027-02-01', true).some((step) => step.includes('office or alternate phone')),
    ).toBe(true);
  });

  test.each([
    /temporary global admin/i,
    /一時的な(全体|グローバル)管理者/,
    /(switch|turn) MFA off|disable MFA/i,
    /MFA ?を(無効|オフ)/,
    /backup code/i,
    /バックアップ ?コード/,
  ])('never says %s', (forbidden) => {
    expect(adviceEverywhere('2026-12-01', true).filter((step) => forbidden.test(step))).toEqual([]);
  });

  /** Every cause and route, and with each thing that may have been heard: steps show under conditions. */
  const everywhereAfterTheEnd = [...knowledge.findings.values()]
    .flatMap(({ id, values }) => [...values.keys()].map((value) => ({ finding: id, values: [value] })))
    .flatMap((heard) => adviceEverywhere('2027-02-01', false, [{ ...heard, origin: 'person' }]));

  test.each([
    /\b(?:add|register|set up|choose)\b[^.]{0,40}\b(?:sms|texts?|calls?|phone number|mobile number|landline|office phone)\b/i,
    /(?:SMS|電話番号|音声通話|固定電話|会社電話|代替の電話)[^。]{0,12}[をにも](?:登録|追加|設定)/,
  ])('offers no text or call as a method to add after their end, whatever was heard (%s)', (forbidden) => {
    expect(everywhereAfterTheEnd.filter((step) => forbidden.test(step))).toEqual([]);
  });

  test('on passkeys names where it is written', () => {
    const steps = knowledge.causes
      .flatMap((cause) => cause.steps)
      .filter(({ when }) => when.some(({ finding }) => finding === 'passkey_trouble'));
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter(({ source }) => source === undefined)).toEqual([]);
  });

  test('on putting a registration off ends with texts and calls', () => {
    const nudged: Observation[] = [{ finding: 'told', values: ['nudged'], origin: 'opening' }];
    expect(adviceEverywhere('2027-01-31', false, nudged).join()).toContain('can sometimes be put off');
    expect(adviceEverywhere('2027-02-01', false, nudged).join()).toContain('cannot be skipped');
  });
});

/** Where nothing has to be done in the tenant: whom to turn to, in words and with a link. */
describe('advice that sends somebody elsewhere', () => {
  const along = (route: (typeof routes)[number], told: boolean | undefined, language: 'ja' | 'en') =>
    adviceFor(knowledge, {
      cause: 'nothing of this name',
      route,
      observations:
        told === undefined
          ? []
          : [{ finding: 'can_reset_password', values: [String(told)], origin: 'tenant' }],
      language,
      today: '2026-12-01',
      telecomProvider: false,
    });
  const self = 'https://aka.ms/sspr';
  const person = { ja: '担当者と話す', en: 'Talk to a person' };

  describe.each(languages)('in %s', (language) => {
    test('begins with the link for who can reset the password, and a person comes after it', () => {
      const [first, second] = along('password-reset', true, language);
      expect(first).toContain(self);
      expect(second).toContain(person[language]);
    });

    test('sends who cannot to a person, without the link', () => {
      const [first, ...more] = along('password-reset', false, language);
      expect(first).toContain(person[language]);
      expect([first, ...more].filter((step) => step?.includes(self))).toEqual([]);
    });

    test('names both ways where it is not known, and does not say that they are registered', () => {
      const steps = along('password-reset', undefined, language);
      expect(steps[0]).toContain(self);
      expect(steps[1]).toContain(person[language]);
      expect(steps).not.toContain(along('password-reset', true, language)[0]);
    });

    test.each([true, false, undefined])('never has a password written in the chat (%s)', (told) => {
      expect(along('password-reset', told, language).at(-1)).toMatch(
        /チャットに書かない|Never write a password/,
      );
    });

    test.each([
      ['other-organisation', /招待してくれた担当の方|your contact there/, 'https://myaccount.microsoft.com'],
      ['microsoft-support', /法人サポートに電話|Call Microsoft 365 business/, supportListAt],
    ] as const)('says for %s whom to turn to, and where', (route, whom, where) => {
      const steps = along(route, undefined, language).join('\n');
      expect(steps).toMatch(whom);
      expect(steps).toContain(where);
    });
  });
});
