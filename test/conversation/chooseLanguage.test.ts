import { chooseLanguage } from '../../src/conversation/chooseLanguage';

describe('the language to speak', () => {
  test.each([
    ['follows English words', 'I have a new phone', 'ja', 'en'],
    ['follows Japanese words', '電話を替えました', 'en', 'ja'],
    ['stays where an error code is all that was written', 'AADSTS50074', 'ja', 'ja'],
    ['stays where a decision was typed', 'approve R-7K2M call-back she read it back', 'ja', 'ja'],
  ] as const)('%s', (_name, text, chosen, language) => {
    expect(chooseLanguage(text, chosen, undefined)).toBe(language);
  });
});
