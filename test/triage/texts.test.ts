import { routes } from '../../src/triage/assessment';
import { causeText } from '../../src/triage/causeText';
import { observationText } from '../../src/triage/observationText';
import { questionText } from '../../src/triage/questionText';
import { redFlagText } from '../../src/triage/redFlagText';
import { routeText } from '../../src/triage/routeText';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

describe('what a person reads', () => {
  test('every finding that can be asked has a question and a reason in both languages', () => {
    const asked = [...knowledge.findings.values()].filter(({ by }) => by === 'person' || by === 'either');
    for (const { id } of asked) {
      expect(questionText(knowledge, id, 'ja').question).toMatch(/\p{Script=Hiragana}/u);
      expect(questionText(knowledge, id, 'en').why).toMatch(/[a-z]/);
    }
  });

  test('a code is typed, a yes-no finding has two choices', () => {
    expect(questionText(knowledge, 'error_code', 'ja').choices).toEqual([]);
    expect(questionText(knowledge, 'phone_changed', 'en').choices).toEqual([
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ]);
  });

  test('an observation is told back in words', () => {
    const observation = { finding: 'phone_changed', values: ['true'], origin: 'person' } as const;
    expect(observationText(knowledge, observation, 'en')).toBe('You have a new phone');
    expect(observationText(knowledge, { ...observation, values: ['unknown'] }, 'ja')).toContain('わからない');
  });

  test('causes and routes have a name in both languages', () => {
    for (const { id } of knowledge.causes)
      expect(causeText(knowledge, id, 'ja').name).not.toBe(causeText(knowledge, id, 'en').name);
    for (const route of routes) expect(routeText(knowledge, route, 'ja').name).toMatch(/[\u3041-\u9fff]/u);
  });

  test('a red flag is told in words, not by its id', () => {
    for (const { id } of knowledge.redFlags) {
      expect(redFlagText(knowledge, id, 'ja')).toMatch(/[\u3041-\u9fff]/u);
      expect(redFlagText(knowledge, id, 'en')).not.toContain(id);
    }
  });

  test('a cause that nobody knows is a bug', () => {
    expect(() => causeText(knowledge, 'gremlins', 'en')).toThrow('gremlins');
  });
});
