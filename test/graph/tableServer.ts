import { startGraphServer } from './graphServer';
import type { Answer, GraphServer } from './graphServer';

/**
 * A Graph whose answers stand in a table by path and filter: a body, or a status that refuses.
 * Whatever is not in the table is not there (404).
 */
export function serveTable(table: Readonly<Record<string, unknown>>): Promise<GraphServer> {
  return startGraphServer(({ url }): Answer => {
    const filter = url.searchParams.get('$filter');
    const key = url.pathname.slice('/v1.0'.length) + (filter === null ? '' : `?${filter}`);
    if (!(key in table))
      return { status: 404, body: { error: { code: 'Request_ResourceNotFound', message: key } } };
    const found = table[key];
    return typeof found === 'number' ? { status: found, body: {} } : { status: 200, body: found };
  });
}
