import type { Request, Response } from 'restify';
import { z } from 'zod/v4';
import { type ConnectorRefusal, refuse } from './connectorError';
import { isTooBig } from './sentActivity';
import type { StandInParts } from './standInParts';

/** What a route answers: a status and a body, or the connector's refusal. */
export type ConnectorAnswer = { readonly status: number; readonly body?: unknown } | ConnectorRefusal;
/** A call's path parameters (empty where the path has none) and its body. */
export interface ConnectorCall {
  readonly id: string;
  readonly activityId: string;
  readonly memberId: string;
  readonly body: unknown;
}

const pathSchema = z.object({
  id: z.string().default(''),
  activityId: z.string().default(''),
  memberId: z.string().default(''),
});

/** Every connector route: first a failure that was ordered, the bot's token and the size, then the route. */
export function guarded(parts: StandInParts, handler: (call: ConnectorCall) => ConnectorAnswer) {
  return (request: Request, response: Response, next: () => void): void => {
    const body: unknown = request.body;
    if (!refusedAtTheDoor(parts, request, response, body)) {
      const answer = handler({ ...pathSchema.parse(request.params), body });
      if (typeof answer === 'string') refuse(response, answer);
      else response.send(answer.status, answer.body);
    }
    if (request.method !== 'GET') {
      parts.sent.note({ by: `${request.method ?? ''} ${request.path()}`, status: response.statusCode, body });
    }
    next();
  };
}

function refusedAtTheDoor(parts: StandInParts, request: Request, response: Response, body: unknown): boolean {
  const fault = parts.faults.next(request.method ?? '');
  if (fault !== undefined) {
    if (fault.retryAfterSeconds !== undefined) response.header('Retry-After', fault.retryAfterSeconds);
    response.send(fault.status, { error: { code: 'ServiceError', message: 'Ordered by the sandbox.' } });
    return true;
  }
  const [scheme, token] = request.header('authorization', '').split(' ');
  if (scheme !== 'Bearer' || token === undefined || !parts.options.verifyConnectorToken(token)) {
    refuse(response, 'Unauthorized');
    return true;
  }
  if (!isTooBig(body)) return false;
  refuse(response, 'MessageSizeTooBig');
  return true;
}
