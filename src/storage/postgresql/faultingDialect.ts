import { type DatabaseConnection, type Driver, PostgresDialect } from 'kysely';
import { deferredBegin } from './deferredBegin';
import { asStoreFault } from './postgresFaults';

/** Kysely's own dialect, with what the server or the way there throws turned into Faults. */
export class FaultingDialect extends PostgresDialect {
  override createDriver(): Driver {
    return faultingDriver(super.createDriver());
  }
}

function faultingDriver(driver: Driver): Driver {
  /** A connection is given back as what it was taken as. */
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const innerOf = (connection: DatabaseConnection) => inner.get(connection) ?? connection;
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const connection = await faulting(() => driver.acquireConnection());
      const wrapped = deferredBegin(faultingConnection(connection));
      inner.set(wrapped, connection);
      return wrapped;
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(innerOf(connection), settings),
    commitTransaction: (connection) => driver.commitTransaction(innerOf(connection)),
    rollbackTransaction: (connection) => driver.rollbackTransaction(innerOf(connection)),
    releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
    destroy: () => driver.destroy(),
  };
}

function faultingConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: (query) => {
      query.parameters.forEach(assertBindable);
      return faulting(() => connection.executeQuery(query));
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

async function faulting<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (thrown) {
    throw asStoreFault(thrown);
  }
}

/** We bind text, numbers and null only: everything else would differ between the two engines. */
function assertBindable(value: unknown): void {
  if (value !== null && typeof value !== 'string' && typeof value !== 'number')
    throw new TypeError(`a ${typeof value} cannot be stored`);
}
