import { canary, canaryPrefix, leaksIn } from './canary';

describe('the scan for passes that every run of the tests ends with', () => {
  test.each([
    ['a whole pass', `x${canary}y`],
    ['the beginning of one', `"${canaryPrefix}abc"`],
    ['six characters of it', canary.slice(3, 9)],
    ['its base64', Buffer.from(canary).toString('base64')],
    ['its base64 within other text', Buffer.from(`ab${canaryPrefix}cd`).toString('base64')],
    ['its base64 one letter on', Buffer.from(`a${canaryPrefix}cd`).toString('base64url')],
    ['it in an address', encodeURIComponent(canary)],
  ])('finds %s', (_what, text) => {
    expect(leaksIn({ log: text, store: '' })).toEqual(['log']);
  });

  test('finds nothing where there is none', () => {
    expect(leaksIn({ log: canary.slice(0, 5), store: 'a Temporary Access Pass was issued' })).toEqual([]);
  });
});
