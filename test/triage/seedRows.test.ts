import { walkCase } from '../../src/commands/walkCase';
import rows from './seedRows.json';
import { theKnowledge } from './theKnowledge';

const knowledge = theKnowledge();

// Every row of the founding articles' tables, with what is true today where Microsoft's documentation says otherwise.
describe.each([...new Set(rows.map(({ article }) => article))])('a row of %s', (of) => {
  test.each(rows.filter(({ article }) => article === of))('$row', ({ row, opening, facts, cause, route }) => {
    const { assessment } = walkCase(knowledge, { id: row, opening, facts: told(facts), tenant: {} });
    expect({ cause: assessment.causes[0]?.cause, route: assessment.route }).toEqual({ cause, route });
  });
});

/** The facts that the row holds: the file's type lists those of all rows. */
function told(facts: Readonly<Record<string, string | boolean | string[] | undefined>>) {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
}
