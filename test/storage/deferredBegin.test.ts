import { CompiledQuery, type DatabaseConnection, type RootOperationNode } from 'kysely';
import { deferredBegin } from '../../src/storage/postgresql/deferredBegin';

/** A server that writes down what reaches it, and refuses the beginning where told so. */
function aServer({ refusesBegin = false } = {}) {
  const reached: string[] = [];
  const connection: DatabaseConnection = {
    executeQuery: ({ sql }) => {
      reached.push(sql);
      return refusesBegin && sql.startsWith('begin')
        ? Promise.reject(new Error('no turn to be had'))
        : Promise.resolve({ rows: [] });
    },
    streamQuery: () => {
      throw new Error('nothing streams here');
    },
  };
  return { reached, connection: deferredBegin(connection) };
}

const statement = (sql: string, kind: 'SelectQueryNode' | 'UpdateQueryNode'): CompiledQuery => {
  const query: RootOperationNode = { kind };
  return { ...CompiledQuery.raw(sql), query };
};
const begin = CompiledQuery.raw('begin');
const beginInTurn = CompiledQuery.raw('begin; select for update');
const read = statement('select 1', 'SelectQueryNode');
const write = statement('update x', 'UpdateQueryNode');

describe('the beginning of a transaction', () => {
  test('is sent with its first read, before it', async () => {
    const { connection, reached } = aServer();
    await connection.executeQuery(begin);
    expect(reached).toEqual([]);
    await connection.executeQuery(read);
    await connection.executeQuery(read);
    expect(reached).toEqual(['begin', 'select 1', 'select 1']);
  });

  test('that the server refuses is what the first read fails by', async () => {
    const { connection } = aServer({ refusesBegin: true });
    await connection.executeQuery(begin);
    await expect(connection.executeQuery(read)).rejects.toThrow('no turn to be had');
  });

  test('is sent with its first write, before it', async () => {
    const { connection, reached } = aServer();
    await connection.executeQuery(begin);
    await connection.executeQuery(write);
    expect(reached).toEqual(['begin', 'update x']);
  });

  test('whose turn the server refuses keeps a write from being sent', async () => {
    const { connection, reached } = aServer({ refusesBegin: true });
    await connection.executeQuery(beginInTurn);
    await expect(connection.executeQuery(write)).rejects.toThrow('no turn to be had');
    expect(reached).toEqual([beginInTurn.sql]);
  });

  test.each(['commit', 'rollback'])('of one that did nothing until its %s is not sent', async (end) => {
    const { connection, reached } = aServer();
    await connection.executeQuery(begin);
    await connection.executeQuery(CompiledQuery.raw(end));
    await connection.executeQuery(begin);
    await connection.executeQuery(write);
    expect(reached).toEqual(['begin', 'update x']);
  });
});
