import fc from 'fast-check';
import { readRequestCommand } from '../../src/cases/decisionCommand';

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
    expect(readRequestCommand(text)).toEqual({
      kind: 'decision',
      decision,
      reference: { number },
      proof,
      phrase: undefined,
      reason,
    });
  });

  test.each([
    ['proof R-7K2M call-back maple otter', 'call-back', 'maple otter'],
    ['本人確認 R-7K2M 電話 さくら かもめ', 'call-back', 'さくら かもめ'],
    ['本人確認 R-7K2M 対面 「さくら かもめ」', 'in-person', 'さくら かもめ'],
    ['proof R-7K2M in-person', 'in-person', undefined],
    ['proof R-7K2M by telepathy', undefined, 'by telepathy'],
  ])('of a proof: %s', (text, proof, phrase) => {
    expect(readRequestCommand(text)).toEqual({
      kind: 'prove',
      reference: { number: 'R-7K2M' },
      proof,
      phrase,
    });
  });

  test('of a proof and an approval in one', () => {
    expect(readRequestCommand('承認 R-7K2M 電話 「さくら かもめ」 本人と確認')).toMatchObject({
      proof: 'call-back',
      phrase: 'さくら かもめ',
      reason: '本人と確認',
    });
  });

  test.each([
    ['vouch R-7K2M maple otter', 'vouch'],
    ['保証 R-7K2M さくら かもめ', 'vouch'],
    ['not-them R-7K2M', 'vouchNot'],
    ['本人ではない R-7K2M', 'vouchNot'],
    ['That wasn’t me!', 'notMe'],
    ['身に覚えがない', 'notMe'],
    ['身に覚えがありません。', 'notMe'],
  ])('%s means %s', (text, kind) => {
    expect(readRequestCommand(text)).toMatchObject({ kind });
  });

  test.each([
    'approve',
    'approve it',
    'please approve R-7K2M',
    'approved R-7K2M',
    'R-7K2M',
    'deny R-7K2MXABCD no',
    '',
  ])('is not: %s', (text) => {
    expect(readRequestCommand(text)).toBeUndefined();
  });

  test('is never found in a text that does not begin with its verb', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const decided = readRequestCommand(text) !== undefined;
        expect(
          decided &&
            !/^\s*(approve|deny|proof|vouch|not|that|承認|却下|本人|保証|身に|心当)/iu.test(
              text.normalize('NFKC'),
            ),
        ).toBe(false);
      }),
    );
  });
});
