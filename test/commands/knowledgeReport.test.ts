import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { knowledgeReport } from '../../src/commands/knowledgeReport';
import { knowledgeFolder } from '../../src/readKnowledge';

const ours = knowledgeFolder(path.resolve(__dirname, '../..'));

/** A copy of the knowledge, with one piece of one file replaced. */
function editedCopy(name: string, from: string, to: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'monban-knowledge-'));
  cpSync(ours, folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  return folder;
}

function textOf(folder: string, today: string): string {
  return knowledgeReport(folder, today).lines.join('\n');
}

describe('the report on knowledge that is right', () => {
  test('counts what it holds', () => {
    expect(knowledgeReport(ours, '2026-11-22')).toMatchObject({
      right: true,
      lines: expect.arrayContaining([expect.stringMatching(/causes 40, findings \d+/)]) as string[],
    });
  });

  test('names what ends within ninety days', () => {
    expect(textOf(ours, '2026-11-22')).toMatch(/causes-calls\.yaml:\d+ {2}ends on 2027-01-31, in 70 days/);
  });

  test('is silent on what ends later', () => {
    expect(textOf(ours, '2026-10-01')).toContain('Nothing in it changes with the date by itself soon');
  });

  test('names what counts no more', () => {
    expect(textOf(ours, '2027-02-01')).toContain('counts no more since 2027-01-31');
  });

  test('names a step that begins to count', () => {
    const folder = editedCopy('causes-app.yaml', '- { ja: "「', '- { validFrom: 2026-11-23, ja: "「');
    expect(textOf(folder, '2026-11-22')).toContain('begins to count on 2026-11-23, in 1 day');
  });

  test('names words that no pattern uses', () => {
    const folder = editedCopy('words.yaml', 'words:\n', 'words:\n  unheard: { ja: [鶴], en: [crane] }\n');
    expect(textOf(folder, '2026-11-22')).toMatch(/groups of words that no pattern uses \(\d+\): unheard/);
  });
});

describe('the report on knowledge that is wrong', () => {
  const folder = editedCopy('causes-app.yaml', 'phone_online: always', 'phone_onlin: always');

  test('names the file and the line, and shows it', () => {
    const [place, line] = knowledgeReport(folder, '2026-11-22').lines;
    expect([place, line]).toEqual([
      expect.stringMatching(/causes-app\.yaml:\d+ {2}cause push-delivery: unknown finding "phone_onlin"/),
      '    phone_onlin: always',
    ]);
  });

  test('ends with how much is wrong', () => {
    expect(knowledgeReport(folder, '2026-11-22').lines.at(-1)).toContain('1 thing is wrong');
  });

  test('is not right', () => {
    expect(knowledgeReport(folder, '2026-11-22').right).toBe(false);
  });
});

describe('the report on a folder', () => {
  test('that is not there says so', () => {
    expect(textOf('/nowhere/knowledge', '2026-11-22')).toBe(
      '/nowhere/knowledge cannot be read: there is no such folder',
    );
  });

  test('without knowledge says so', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'monban-empty-'));
    expect(textOf(empty, '2026-11-22')).toContain('holds no knowledge');
  });
});

describe('the report on a source that has run out', () => {
  const folder = editedCopy(
    'causes-account.yaml',
    'sources: [learn.microsoft.com/entra/fundamentals/users-restore]',
    'sources: [{ at: learn.microsoft.com/entra/fundamentals/users-restore, validTo: 2026-12-31 }]',
  );

  test('tells of it ninety days ahead, while all is right', () => {
    expect(knowledgeReport(folder, '2026-11-22').right).toBe(true);
    expect(textOf(folder, '2026-11-22')).toContain(
      'ends on 2026-12-31, in 39 days: learn.microsoft.com/entra/fundamentals/users-restore',
    );
  });

  test('calls it wrong from the day after', () => {
    expect(knowledgeReport(folder, '2027-01-01').right).toBe(false);
    expect(textOf(folder, '2027-01-01')).toMatch(
      /causes-account\.yaml:\d+ {2}cause account-disabled: the source .* counted until 2026-12-31/,
    );
  });
});
