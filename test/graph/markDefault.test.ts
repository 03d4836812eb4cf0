import type { AuthenticationMethod } from '../../src/cases/authenticationMethod';
import { markDefault } from '../../src/graph/markDefault';

const methods: readonly AuthenticationMethod[] = [
  { id: 'password', kind: 'password' },
  { id: 'mobile', kind: 'phone', phoneType: 'mobile' },
  { id: 'alternate', kind: 'phone', phoneType: 'alternateMobile' },
  { id: 'office', kind: 'phone', phoneType: 'office' },
  { id: 'app', kind: 'microsoft-authenticator' },
  { id: 'codes', kind: 'software-oath' },
];

describe('the default method', () => {
  test.each([
    ['push', ['app']],
    ['oath', ['app', 'codes']],
    ['sms', ['mobile']],
    ['voiceMobile', ['mobile']],
    ['voiceAlternateMobile', ['alternate']],
    ['voiceOffice', ['office']],
    ['none', []],
  ] as const)('is found for %s', (preferred, expected) => {
    const marked = markDefault(methods, preferred);
    expect(marked.filter(({ isDefault }) => isDefault === true).map(({ id }) => id)).toEqual(expected);
  });

  test('is left open where the tenant does not tell', () => {
    expect(markDefault(methods, undefined).every(({ isDefault }) => isDefault === undefined)).toBe(true);
  });
});
