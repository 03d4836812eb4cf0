import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCases } from '../../src/commands/openCases';
import { walkCase } from '../../src/commands/walkCase';

function fileWith(content: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'monban-cases-')), 'cases.json');
  writeFileSync(file, content);
  return file;
}

describe('a case file', () => {
  test.each([
    ['that is not named', [], 'Say which cases'],
    ['that is not there', ['--cases', '/nowhere/cases.json'], 'cannot be read'],
    ['that is no JSON', ['--cases', fileWith('nope')], 'cannot be read'],
    ['that is no list of cases', ['--cases', fileWith('[{"id": 1}]')], 'is not a list of cases'],
    ['behind an option that nobody knows', ['--case', 'x'], 'Usage'],
  ])('%s is answered with a clear problem', (_, args, message) => {
    expect(openCases(args)).toEqual({ problem: expect.stringContaining(message) as string });
  });

  test('may come without labels', () => {
    const file = fileWith(
      '[{"id": "one", "lang": "ja", "opening": "スマホをなくしました", "facts": {}, "tenant": {}}]',
    );
    const opened = openCases(['--cases', file]);
    expect(opened).toMatchObject({ cases: [{ id: 'one' }] });
  });

  test("is walked with the tenant's word as evidence that is never asked", () => {
    const file = fileWith(
      '[{"id": "one", "opening": "", "facts": {"symptom": ["other"]}, "tenant": {"service_incident": true}}]',
    );
    const opened = openCases(['--cases', file]);
    if ('problem' in opened) throw new Error(opened.problem);
    const walked = opened.cases.map((one) => walkCase(opened.knowledge, one));
    const [one] = walked;
    expect([one?.assessment.route, one?.assessment.causes[0]?.cause]).toEqual(['wait', 'service-incident']);
  });
});
