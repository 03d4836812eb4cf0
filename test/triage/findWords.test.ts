import { findWords, wordSearch } from '../../src/triage/findWords';
import { normaliseText } from '../../src/triage/normaliseText';
import { theKnowledge } from './theKnowledge';

const found = (words: readonly string[], text: string): readonly string[] => {
  const normal = normaliseText(text);
  return findWords(wordSearch(words), normal).map(({ start, end }) => normal.slice(start, end));
};

describe('a word', () => {
  test.each([
    ['in the words of a text', ['phone'], 'My phone, your phone', ['phone', 'phone']],
    ['but not within another', ['phone'], 'The phones and smartphone', []],
    ['with any ending where that is open', ['approv*'], 'approve, approving', ['approve', 'approving']],
    [
      'whether its parts are joined, apart or hyphenated',
      ['sign in'],
      'signin sign-in sign in',
      ['signin', 'sign-in', 'sign in'],
    ],
    ['unless what must not follow does', ['phone !number'], 'phone number, phone', ['phone']],
    ['whichever of its group it is', ['電話', 'スマホ'], 'スマホと電話', ['スマホ', '電話']],
  ])('is found %s', (_, words, text, expected) => {
    expect(found(words, text)).toEqual(expected);
  });
});

describe('a look before the search', () => {
  test('passes over no text in which the search would have found something', () => {
    const searches = [...theKnowledge().words.values()];
    const texts = searches.flatMap(({ parts }) => parts.map((part) => ` ${part} `)).slice(0, 400);
    const missed = searches.flatMap((search) => {
      const pattern = new RegExp(search.pattern);
      return texts.filter((text) => pattern.test(text) && findWords(search, text).length === 0);
    });
    expect(missed).toEqual([]);
  });
});
