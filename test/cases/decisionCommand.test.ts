import fc from 'fast-check';
import { readDecisionCommand } from '../../src/cases/decisionCommand';

describe('a typed decision', () => {
  test.each([
    [
      'approve R-7K2M call-back she read the phrase',
      'approved',
      'R-7K2M',
      'call-back',
      'she read the phrase',
    ],
    ['APPROVE r-7k2m Manager  vouched by B.', 'approved', 'R-7K2M', 'manager-vouched', 'vouched by B.'],
    ['approve R-7K2M in-person badge seen', 'approved', 'R-7K2M', 'in-person', 'badge seen'],
    ['承認 R-7K2M 電話 本人と確認しました', 'approved', 'R-7K2M', 'call-back', '本人と確認しました'],
    ['承認　Ｒ－７Ｋ２Ｍ　対面　社員証を確認', 'approved', 'R-7K2M', 'in-person', '社員証を確認'],
    ['approve R-7K2M because I say so', 'approved', 'R-7K2M', undefined, 'because I say so'],
    ['approve R-7K2M constructor', 'approved', 'R-7K2M', undefined, 'constructor'],
    ['approve R-7K2M', 'approved', 'R-7K2M', undefined, ''],
    ['deny R-7K2M nobody answered', 'denied', 'R-7K2M', undefined, 'nobody answered'],
    ['却下 R-7K2M 連絡が取れない', 'denied', 'R-7K2M', undefined, '連絡が取れない'],
  ])('%s', (text, decision, number, proof, reason) => {
    expect(readDecisionCommand(text)).toEqual({ decision, number, proof, reason });
  });

  test.each([
    'approve',
    'approve it',
    'please approve R-7K2M',
    'approved R-7K2M',
    'R-7K2M',
    'deny R-7K2MX no',
    '',
  ])('is not: %s', (text) => {
    expect(readDecisionCommand(text)).toBeUndefined();
  });

  test('is never found in a text that does not begin with its verb', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const decided = readDecisionCommand(text) !== undefined;
        expect(decided && !/^\s*(approve|deny|承認|却下)/iu.test(text.normalize('NFKC'))).toBe(false);
      }),
    );
  });
});
