import type { GraphAnswer, Resource, RouteAnswer } from './graphAnswer';
import { graphError } from './graphAnswer';
import { FilterProblem, parseFilter } from './odataFilter';

interface QueryOptions {
  readonly query: URLSearchParams;
  /** What `$select` and `$filter` may name. */
  readonly properties: ReadonlySet<string>;
  /** Where the call went: `http://127.0.0.1:1234/v1.0/users`. */
  readonly url: string;
  readonly pageSize: number;
  /** A page has no more than that, whatever `$top` says. */
  readonly largestPage: number;
}

/** Allowed by the contract and unknown to the stand-in: refused rather than ignored. */
const notSimulated = ['$expand', '$search', '$orderby', '$skip'];

/** Applies `$filter`, `$select`, `$top`, `$count` and paging to what a route gave. */
export function applyQuery(answer: RouteAnswer, options: QueryOptions): GraphAnswer {
  if (answer.kind === 'done') return { status: answer.status, body: answer.body, headers: answer.headers };
  const unknown = notSimulated.find((name) => options.query.has(name));
  if (unknown !== undefined)
    return graphError(501, 'notImplemented', `The sandbox does not know ${unknown}.`);
  const selected = options.query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  const wrong = selected?.find((name) => !options.properties.has(name));
  if (wrong !== undefined) {
    return graphError(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${wrong}'.`,
    );
  }
  const fields = selected ?? answer.defaults;
  const context = { '@odata.context': `${options.url}/$metadata` };
  if (answer.kind === 'one') return { status: 200, body: { ...context, ...only(answer.resource, fields) } };
  try {
    const filter = options.query.get('$filter');
    const matches = filter === null ? () => true : parseFilter(filter, options.properties);
    return { status: 200, body: { ...context, ...page(answer.items.filter(matches), fields, options) } };
  } catch (thrown) {
    if (!(thrown instanceof FilterProblem)) throw thrown;
    return graphError(400, 'BadRequest', `Invalid filter clause: ${thrown.message}`);
  }
}

function page(
  items: readonly Resource[],
  fields: readonly string[] | undefined,
  options: QueryOptions,
): Resource {
  const from = Number(options.query.get('$skiptoken') ?? 0);
  const size = Math.min(Number(options.query.get('$top') ?? options.pageSize), options.largestPage);
  const to = from + Math.max(size, 1);
  const count = options.query.get('$count') === 'true' ? { '@odata.count': items.length } : {};
  const next = to < items.length ? { '@odata.nextLink': nextLink(options, to) } : {};
  return { ...count, ...next, value: items.slice(from, to).map((item) => only(item, fields)) };
}

function nextLink({ url, query }: QueryOptions, from: number): string {
  const following = new URLSearchParams(query);
  following.set('$skiptoken', String(from));
  return `${url}?${following.toString()}`;
}

/** The chosen properties; what says of which type an object is stays always. */
function only(resource: Resource, fields: readonly string[] | undefined): Resource {
  if (fields === undefined) return resource;
  const kept = Object.entries(resource).filter(
    ([name]) => fields.includes(name) || name.startsWith('@odata.'),
  );
  return Object.fromEntries(kept);
}
