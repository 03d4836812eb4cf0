import type { Middleware } from '@microsoft/microsoft-graph-client';
import type { Logger } from 'pino';
import { isFault } from '../faults';
import { count, inSpan } from '../telemetry';
import { graphMiddleware, requestUrl } from './graphMiddleware';

export type CallLog = Pick<Logger, 'debug' | 'warn'>;

/** One line an attempt: what was asked and how it ended. Never a query, a body or a header of ours. */
export function logCalls(log: CallLog): Middleware {
  return graphMiddleware(async (context, next) => {
    const call = { method: context.options?.method, path: requestUrl(context).pathname };
    try {
      await inSpan(`graph ${call.method ?? ''} ${withoutIds(call.path)}`, {}, next);
    } catch (thrown) {
      log.warn({ ...call, fault: isFault(thrown) ? thrown.code : undefined }, 'graph call failed');
      throw thrown;
    }
    const { response } = context;
    const answer = {
      ...call,
      status: response?.status,
      requestId: response?.headers.get('request-id') ?? undefined,
    };
    count('monban.graph.answers', { method: call.method, status: response?.status });
    if (response?.ok) log.debug(answer, 'graph answered');
    else log.warn(answer, 'graph refused');
  });
}

/** A path by which calls of one kind are one: ids and names are nobody's business in a trace, and without end. */
function withoutIds(path: string): string {
  return path
    .replace(/^\/(?:v1\.0|beta)/u, '')
    .split('/')
    .map((part) => (/[\d@%]/u.test(part) ? '{id}' : part))
    .join('/');
}
