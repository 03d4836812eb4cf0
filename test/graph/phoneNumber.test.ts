import fc from 'fast-check';
import {
  countryCodeIn,
  lastDigits,
  maskedMended,
  maskedNumber,
  mendedNumber,
  numberFormatWrong,
} from '../../src/graph/phoneNumber';

describe('a registered phone number', () => {
  test.each([
    '+81 09012345678',
    '+81 (0)90 1234 5678',
    '+8109012345678',
    '+44 07700900123',
    '+353 0851234567',
    '09012345678',
    '0081 9012345678',
    '81 9012345678',
  ])('does not arrive as %s', (number) => {
    expect(numberFormatWrong(number)).toBe(true);
  });

  test.each([
    '+81 9012345678',
    '+819012345678',
    '+1 2065550100',
    '+1 2065550100x12345',
    '+7 9161234567',
    '+39 0612345678',
    '+225 0712345678',
    '+353 851234567',
  ])('is fine as %s', (number) => {
    expect(numberFormatWrong(number)).toBe(false);
  });

  test.each(['', '+81 ********78', '+1 XXXXXXXX78', 'unknown'])('cannot be judged as "%s"', (number) => {
    expect(numberFormatWrong(number)).toBeUndefined();
  });

  test.each([
    ['+81 09012345678', '+81 9012345678'],
    ['+81 (0)90 1234 5678', '+81 9012345678'],
    ['+44 07700900123', '+44 7700900123'],
    ['+353 0851234567x12', '+353 851234567x12'],
  ])('is mended from %s', (number, mended) => {
    expect(mendedNumber(number)).toBe(mended);
    expect(maskedMended(mended)).toBe(`${mended.split(' ')[0] ?? ''} ${maskedNumber(mended)}`);
  });

  test.each(['09012345678', '+81 9012345678', '+39 0612345678', '+1 XXXXXXXX78'])(
    'is left alone as %s: it is right, or nobody can tell the country',
    (number) => {
      expect(mendedNumber(number)).toBeUndefined();
    },
  );

  test('is right once it was mended, and still the same number', () => {
    const wrong = fc
      .record({
        code: fc.constantFrom('81', '44', '49', '353', '1', '7'),
        rest: fc.stringMatching(/^[1-9]\d{7,9}$/),
      })
      .map(({ code, rest }) => ({ number: `+${code} 0${rest}`, rest }));
    fc.assert(
      fc.property(wrong, ({ number, rest }) => {
        const mended = mendedNumber(number) ?? '';
        return numberFormatWrong(mended) === false && mended.endsWith(` ${rest}`);
      }),
    );
  });

  test('is shown with its last two digits only', () => {
    expect(maskedNumber('+81 9012345678')).toBe('••••••78');
    expect(maskedNumber('+1 2065550143x99')).toBe('••••••43');
  });

  test('never shows more than two digits, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (number) => {
        const shown = maskedNumber(number);
        return /^••••••\d{0,2}$/.test(shown);
      }),
    );
  });

  test('that anybody could type is judged without failing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+\dx() -]{0,20}$/), (number) => {
        const judged = numberFormatWrong(number);
        return judged === undefined || typeof judged === 'boolean';
      }),
    );
  });

  test.each([
    ['+81 9012345678', '78', '5678', '81'],
    ['+1 2065550143x99', '43', '0143', '1'],
    ['+353 (0)85 123-4567', '67', '4567', '353'],
    ['09012345678', '78', '5678', undefined],
    ['+1 XXXXXXXX43', '43', undefined, '1'],
    ['XXXXXXXX', undefined, undefined, undefined],
    ['', undefined, undefined, undefined],
  ])('%s ends in %s, for staff in %s, and begins with %s', (number, two, four, countryCode) => {
    expect([lastDigits(number, 2), lastDigits(number, 4), countryCodeIn(number)]).toEqual([
      two,
      four,
      countryCode,
    ]);
  });
});
