import { routes } from '../../src/triage/assessment';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { knowledgeFiles, theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

/** The knowledge with one piece of one file replaced. */
function changed(name: string, from: string, to: string) {
  const files = knowledgeFiles.map((file) =>
    file.name === name ? { name, text: file.text.replace(from, to) } : file,
  );
  const parsed = parseKnowledge(files);
  return parsed.ok ? [] : parsed.problems;
}

describe("the product's knowledge", () => {
  test('holds all forty causes of the vocabulary', () => {
    expect(new Set(knowledge.causes.map(({ id }) => id)).size).toBe(40);
  });

  test('tells of every route', () => {
    expect([...knowledge.routes.keys()].toSorted()).toEqual(routes.toSorted());
  });

  test('names a source for every cause', () => {
    expect(knowledge.causes.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });
});

describe('a mistake in the knowledge', () => {
  test('an unknown finding is named with its file and line', () => {
    const problems = changed('causes-app.yaml', 'vpn_or_filtered_network: sometimes', 'vpm: sometimes');
    expect(problems).toEqual([
      {
        file: 'causes-app.yaml',
        line: expect.any(Number) as number,
        message: 'cause push-delivery: unknown finding "vpm"',
      },
    ]);
  });

  test('the line is the one that an editor has to go to', () => {
    const [problem] = changed('causes-app.yaml', 'vpn_or_filtered_network: sometimes', 'vpm: sometimes');
    const text = knowledgeFiles.find(({ name }) => name === 'causes-app.yaml')?.text ?? '';
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain('vpn_or_filtered_network');
  });

  test('a missing translation is called missing', () => {
    const [problem] = changed(
      'routes.yaml',
      'name: { ja: "少し待つ", en: "Give it some time" }',
      'name: { ja: "少し待つ" }',
    );
    expect(problem?.message).toBe('routes > wait > name > en is missing');
  });

  test('a word that is not on the scale is answered with the scale', () => {
    const [problem] = changed(
      'causes-app.yaml',
      'vpn_or_filtered_network: sometimes',
      'vpn_or_filtered_network: mostly',
    );
    expect(problem?.message).toContain('always');
  });

  test('an unknown cause in a rule is named', () => {
    const [problem] = changed('routes.yaml', 'causes: [admin-left]', 'causes: [admin-lost]');
    expect(problem?.message).toContain('unknown cause "admin-lost"');
  });

  test('a pattern with unknown words is named', () => {
    const [problem] = changed(
      'openings-symptom.yaml',
      '"near: prompt & -arrive"',
      '"near: prompts & -arrive"',
    );
    expect(problem?.message).toContain('unknown words "prompts"');
  });

  test('all problems are told at once', () => {
    const files = knowledgeFiles.map(({ name, text }) => ({ name, text: text.replace('usually', 'mostly') }));
    const parsed = parseKnowledge(files);
    expect(parsed.ok ? 0 : parsed.problems.length).toBeGreaterThan(4);
  });

  test('a file that is no YAML is a problem, not a crash', () => {
    expect(parseKnowledge([{ name: 'broken.yaml', text: 'causes: [' }])).toMatchObject({ ok: false });
  });

  test('an entry that stands in two files is named', () => {
    const twice = [
      ...knowledgeFiles,
      { name: 'again.yaml', text: 'words:\n  phone: { ja: [電話], en: [phone] }\n' },
    ];
    expect(parseKnowledge(twice)).toMatchObject({ problems: [{ file: 'again.yaml', line: 2 }] });
  });
});
