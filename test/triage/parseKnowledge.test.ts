import { routes } from '../../src/triage/assessment';
import { parseKnowledge } from '../../src/triage/parseKnowledge';
import { knowledgeFiles, theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

/** The knowledge with one piece of one file replaced. */
function changed(name: string, from: string, to: string, today?: string) {
  const files = knowledgeFiles.map((file) =>
    file.name === name ? { name, text: file.text.replace(from, to) } : file,
  );
  const parsed = parseKnowledge(files, today);
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

describe('a source that has run out', () => {
  const address = 'learn.microsoft.com/entra/identity/authentication/concept-sspr-howitworks';
  const sspr = `sources: [${address}]`;
  const dated = (more = '') => `sources: [{ at: ${address}, validTo: 2026-11-30${more} }]`;

  test('is refused the day after, with what to do about it', () => {
    expect(changed('causes-account.yaml', sspr, dated(), '2026-12-01')).toEqual([
      {
        file: 'causes-account.yaml',
        line: expect.any(Number) as number,
        message:
          `cause wrong-password: the source ${address} counted until 2026-11-30; ` +
          'name its "successor", or check what rests on it and give a new date',
      },
    ]);
  });

  test('is pointed to by its line', () => {
    const [problem] = changed('causes-account.yaml', sspr, dated(), '2026-12-01');
    const text = knowledgeFiles.find(({ name }) => name === 'causes-account.yaml')?.text ?? '';
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain(sspr);
  });

  test('counts through its last day', () => {
    expect(changed('causes-account.yaml', sspr, dated(), '2026-11-30')).toEqual([]);
  });

  test('gives way to its successor', () => {
    expect(
      changed('causes-account.yaml', sspr, dated(', successor: example.test/new'), '2026-12-01'),
    ).toEqual([]);
  });

  test('is refused where a single step rests on it', () => {
    const page = 'source: learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement';
    const expired = page.replace('source: ', 'source: { at: ').concat(', validTo: 2026-11-30 }');
    const [problem] = changed('causes-account.yaml', page, expired, '2026-12-01');
    expect(problem?.message).toMatch(/^cause [a-z-]+, step \d+: the source learn\.microsoft\.com/);
  });

  test('is named together with all else that is wrong', () => {
    const files = knowledgeFiles.map((file) => ({
      name: file.name,
      text: file.text.replace(sspr, dated()).replace('phone_online: always', 'phone_onlin: always'),
    }));
    const parsed = parseKnowledge(files, '2026-12-01');
    const messages = parsed.ok ? [] : parsed.problems.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining('counted until 2026-11-30'));
    expect(messages).toContainEqual(expect.stringContaining('phone_onlin'));
  });

  test('is none of ours: the calendar alone never stops Monban', () => {
    expect(parseKnowledge(knowledgeFiles, '2099-12-31').ok).toBe(true);
  });
});
