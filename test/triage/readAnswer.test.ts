import { readAnswer } from '../../src/triage/readAnswer';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

describe('a typed answer', () => {
  test.each([
    ['phone_changed', 'はい', ['true']],
    ['phone_changed', 'いいえ、変えていません', ['false']],
    ['phone_changed', 'ＹＥＳ', ['true']],
    ['phone_changed', 'nope', ['false']],
    ['phone_changed', 'わかりません', ['unknown']],
    ['phone_changed', "I don't know", ['unknown']],
    ['phone_changed', '2', ['false']],
    ['phone_changed', '3', ['unknown']],
    ['phone_changed', '先週スマホを機種変更しました', ['true']],
    ['symptom', '1', ['push-not-arriving']],
    ['symptom', '1と3', ['push-not-arriving', 'number-prompt-missing']],
    ['symptom', 'The text message does not come', ['sms-not-arriving']],
    ['symptom', 'SMSが来ない', ['sms-not-arriving']],
    ['method_in_use', 'sms', ['sms']],
    ['error_code', 'AADSTS53003', ['53003']],
    ['error_code', '50126', ['50126']],
    ['error_code', 'なし、わかりません', ['unknown']],
  ])('to %s, "%s"', (finding, text, expected) => {
    expect(readAnswer(knowledge, finding, text)).toEqual(expected);
  });

  test('that says nothing of the question is not guessed at', () => {
    expect(readAnswer(knowledge, 'abroad', 'こんにちは')).toBeUndefined();
  });

  test('with a number that no choice has is not taken', () => {
    expect(readAnswer(knowledge, 'phone_changed', '9')).toBeUndefined();
  });
});
