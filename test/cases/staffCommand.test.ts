import fc from 'fast-check';
import { readStaffCommand } from '../../src/cases/staffCommand';

const number = { number: 'C-7K2M' };
const userName = { userName: 'hanako.sato@hanamachi.example' };

describe('what staff type to protect an account or to open it again', () => {
  test.each([
    ['sign out C-7K2M', number, 'revoke-sessions', {}],
    ['サインアウト C-7K2M', number, 'revoke-sessions', {}],
    ['sign out R-7k2m', { number: 'R-7K2M' }, 'revoke-sessions', {}],
    ['Sign out for Hanako.Sato@hanamachi.example', userName, 'revoke-sessions', {}],
    ['サインアウト hanako.sato@hanamachi.example', userName, 'revoke-sessions', {}],
    ['compromised C-7K2M', number, 'confirm-user-risk', {}],
    ['侵害　Ｃ－７Ｋ２Ｍ。', number, 'confirm-user-risk', {}],
    ['dismiss risk C-7K2M', number, 'dismiss-user-risk', {}],
    ['リスク解除 C-7K2M', number, 'dismiss-user-risk', {}],
    ['enable hanako.sato@hanamachi.example', userName, 'enable-account', {}],
    ['有効化 C-7K2M', number, 'enable-account', {}],
    ['exclude C-7K2M', number, 'exclude-for-a-time', {}],
    ['exclude C-7K2M 60 minutes', number, 'exclude-for-a-time', { minutes: 60 }],
    ['除外 C-7K2M 90 分', number, 'exclude-for-a-time', { minutes: 90 }],
    [
      'exclude C-7K2M 60 minutes a pass does not help',
      number,
      'exclude-for-a-time',
      { minutes: 60, passDoesNotHelp: true },
    ],
    ['除外 C-7K2M パスでは足りない', number, 'exclude-for-a-time', { passDoesNotHelp: true }],
  ])('%s', (text, about, remedy, choices) => {
    expect(readStaffCommand(text)).toEqual({ kind: 'staffAsk', about, remedy, choices });
  });

  test.each([
    'sign out',
    'sign out everybody',
    'sign out C-7K2MXXXXX',
    'sign out C-7K2M and more',
    'please sign out C-7K2M',
    'exclude C-7K2M for ever',
    'enable C-7K2M <at>all</at>',
    '侵害',
  ])('is not: %s', (text) => {
    expect(readStaffCommand(text)).toBeUndefined();
  });

  test('is never found in a text that does not begin with its verb', () => {
    const verbs =
      /^\s*(?:sign out|サインアウト|compromised|侵害|dismiss risk|リスク解除|enable|有効化|exclude|除外)/iu;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const said = `${text} C-7K2M`;
        const read = readStaffCommand(said);
        expect(read?.kind !== 'staffAsk' || verbs.test(said.normalize('NFKC'))).toBe(true);
      }),
    );
  });
});

describe('what staff type to change a request', () => {
  test.each([
    ['change R-7K2M 60 minutes', { minutes: 60 }],
    ['変更 Ｒ－７Ｋ２Ｍ ３０分。', { minutes: 30 }],
    ['Change r-7k2m sign out', { revokeSessions: true }],
    ['変更 R-7K2M サインアウトあり', { revokeSessions: true }],
    ['change R-7K2M no sign out', { revokeSessions: false }],
    ['変更 R-7K2M サインアウトなし', { revokeSessions: false }],
  ])('%s', (text, choices) => {
    expect(readStaffCommand(text)).toEqual({ kind: 'change', number: 'R-7K2M', choices });
  });

  test.each([
    'change R-7K2M',
    'change C-7K2M 60 minutes',
    'change R-7K2M target taro',
    'change R-7K2M 60 minutes now',
  ])('is not: %s', (text) => {
    expect(readStaffCommand(text)).toBeUndefined();
  });
});
