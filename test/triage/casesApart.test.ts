import { readCaseFile } from '../../src/commands/caseFile';
import { knowledgeFiles } from './theKnowledge';

const file = process.env['MONBAN_CASES'];
const japanese = /[\u3041-\u309f\u30a1-\u30fe\u4e00-\u9fff]/u;

/** Every run of eight words, or of sixteen characters where the text is Japanese. */
function runsOf(text: string): string[] {
  if (japanese.test(text)) {
    const letters = Array.from(text.replace(/\s/g, ''));
    return letters.slice(15).map((_, index) => letters.slice(index, index + 16).join(''));
  }
  const words = wordsOf(text);
  return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
}

const told = file === undefined ? 'skipped: MONBAN_CASES names no case file' : `of ${file}`;

(file === undefined ? describe.skip : describe)(`the cases ${told}`, () => {
  test('lend no run of words to the knowledge', () => {
    const read = readCaseFile(file ?? '');
    if ('problem' in read) throw new Error(read.problem);
    const knowledge = knowledgeFiles.map(({ text }) => text).join('\n');
    const words = wordsOf(knowledge).join(' ');
    const letters = knowledge.replace(/\s/g, '');
    const lent = read.cases
      .flatMap(({ opening }) => runsOf(opening))
      .filter((run) => words.includes(run) || letters.includes(run));
    expect(lent).toEqual([]);
  });
});
