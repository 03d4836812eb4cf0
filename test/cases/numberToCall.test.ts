import { asksForOtherNumber, numbersToCall } from '../../src/cases/numberToCall';

describe('S6: a number given in chat', () => {
  const held = ['+81 90-1234-5678', '+81 3 5555 0101'];

  test.each([
    'I cannot sign in, please call me at +1 (425) 555-0123',
    'Call me back on 080 9999 8888 please',
    '新しい番号 080-9999-8888 に電話してください',
    '０８０－９９９９－８８８８まで折り返しお願いします',
    '連絡先は08099998888です',
  ])('that is not the directory’s, and is to be called, differs: %s', (text) => {
    expect(asksForOtherNumber(text, held)).toBe(true);
  });

  test.each([
    ['is the directory’s, written in another way', '090 1234 5678 に電話してください'],
    ['is the directory’s with its country', 'please call me at +81 90 1234 5678'],
    ['is told of, and nobody asks for a call', '前の番号 080-9999-8888 は解約しました'],
    ['is told of in English', 'My old number 080 9999 8888 is gone'],
    ['is an error code', 'It says 500121, please call me back'],
  ])('that %s does not', (_what, text) => {
    expect(asksForOtherNumber(text, held)).toBe(false);
  });

  test('is compared with nothing where the directory holds none', () => {
    expect(asksForOtherNumber('call me at 080 9999 8888', [])).toBe(false);
  });

  test('is read as digits, whatever was typed between them', () => {
    expect(numbersToCall('call me at +44 (0)20 7946-0958')).toEqual(['4402079460958']);
  });
});
