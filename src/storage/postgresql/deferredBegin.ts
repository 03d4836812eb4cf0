import type { CompiledQuery, DatabaseConnection } from 'kysely';

/**
 * Sends a transaction's beginning along with its first statement: one journey to the server less, and the turn that the
 * beginning takes is held no longer than it is needed. Where it takes one, only along with a read: the server may refuse
 * the turn, and a write behind it would stand by itself.
 */
export function deferredBegin(connection: DatabaseConnection): DatabaseConnection {
  let held: CompiledQuery | undefined;
  return {
    async executeQuery<Row>(query: CompiledQuery) {
      if (query.sql.startsWith('begin')) {
        held = query;
        return { rows: [] };
      }
      const begin = held;
      held = undefined;
      if (begin === undefined) return connection.executeQuery<Row>(query);
      if (query.sql === 'commit' || query.sql === 'rollback') return { rows: [] };
      if (begin.sql !== 'begin' && query.query.kind !== 'SelectQueryNode') {
        await connection.executeQuery(begin);
        return connection.executeQuery<Row>(query);
      }
      const [begun, done] = await Promise.allSettled([
        connection.executeQuery(begin),
        connection.executeQuery<Row>(query),
      ]);
      if (begun.status === 'rejected') throw begun.reason;
      if (done.status === 'rejected') throw done.reason;
      return done.value;
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}
