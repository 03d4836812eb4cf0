import { parseTriageState } from '../../src/conversation/triageState';

/** As the first version stored it: it knew neither red flags nor what could not be seen, nor incidents. */
const first = {
  version: 1,
  caseId: 'case-1',
  caseNumber: 'C-0001',
  language: 'ja',
  progress: {
    observations: [{ finding: 'phone_changed', values: ['true'], origin: 'opening' }],
    asked: ['phone_changed'],
  },
  history: [],
  phase: { kind: 'asking', findings: ['old_phone_usable'] },
};

describe('S28: where a conversation stood', () => {
  test('as the first version stored it goes on', () => {
    expect(parseTriageState(first)).toEqual({ ...first, version: 2, redFlags: [], notAvailable: [] });
  });

  test.each([
    ['of a later version', { ...first, version: 3 }],
    ['without a version', { ...first, version: undefined }],
    ['of this version that lacks what it cannot do without', { ...first, progress: undefined }],
    ['that is something else', 'asking'],
  ])('%s is not guessed at', (_what, stored) => {
    expect(parseTriageState(stored)).toBeUndefined();
  });
});
