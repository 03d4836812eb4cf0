import { routes } from '../../src/triage/assessment';
import { adviceFor } from '../../src/triage/adviceFor';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();
const languages = ['ja', 'en'] as const;

function adviceEverywhere(today: string, telecomProvider: boolean): string[] {
  return knowledge.causes.flatMap(({ id }) =>
    routes.flatMap((route) =>
      languages.flatMap((language) =>
        adviceFor(knowledge, { cause: id, route, observations: [], language, today, telecomProvider }),
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
});
