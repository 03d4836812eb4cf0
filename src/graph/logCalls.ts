import type { Middleware } from '@microsoft/microsoft-graph-client';
import type { Logger } from 'pino';
import { isFault } from '../faults';
import { graphMiddleware, requestUrl } from './graphMiddleware';

export type CallLog = Pick<Logger, 'debug' | 'warn'>;

/** One line an attempt: what was asked and how it ended. Never a query, a body or a header of ours. */
export function logCalls(log: CallLog): Middleware {
  return graphMiddleware(async (context, next) => {
    const call = { method: context.options?.method, path: requestUrl(context).pathname };
    try {
      await next();
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
    if (response?.ok) log.debug(answer, 'graph answered');
    else log.warn(answer, 'graph refused');
  });
}
