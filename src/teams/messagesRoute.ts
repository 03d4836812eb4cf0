import { plugins, type Next, type Request, type RequestHandler, type Response } from 'restify';
import type { Log } from '../log';
import { judgeRequest, type RequestFacts } from './gate';
import { sendError, sendJson } from './httpAnswers';
import type { ProcessActivity } from './processActivity';
import type { TeamsSettings } from './teamsSettings';

/** Teams' largest messages are 100 KB; SECURITY S1 wants a megabyte refused. */
const maxBodyBytes = 256 * 1024;

interface MessagesRouteDeps {
  readonly settings: TeamsSettings;
  readonly process: ProcessActivity;
  readonly log: Log;
}

/** The handlers of POST /api/messages, in their order: form, size, gate, bot. */
export function messagesRoute(deps: MessagesRouteDeps): RequestHandler[] {
  return [
    refuseForm,
    plugins.bodyReader({ maxBodySize: maxBodyBytes }),
    ...plugins.jsonBodyParser({ mapParams: false, bodyReader: true }),
    async (request: Request, response: Response) => {
      await admitOrRefuse(request, response, deps);
    },
  ];
}

/**
 * Compressed bodies are refused, because the parser's limit counts what arrives and not what it unpacks to;
 * an announced size over the limit is refused unread.
 */
function refuseForm(request: Request, response: Response, next: Next): void {
  const encoding = request.header('content-encoding', 'identity');
  const refusal =
    request.getContentType() !== 'application/json' || encoding !== 'identity'
      ? 415
      : request.getContentLength() > maxBodyBytes
        ? 413
        : undefined;
  if (refusal === undefined) {
    next();
    return;
  }
  response.header('Connection', 'close'); // the body stays unread
  sendError(response, refusal);
  next(false);
}

async function admitOrRefuse(request: Request, response: Response, deps: MessagesRouteDeps): Promise<void> {
  const verdict = judgeRequest(factsOf(request), deps.settings);
  if (verdict.verdict === 'refused') {
    deps.log.warn({ why: verdict.why, status: verdict.status }, 'activity refused');
    sendError(response, verdict.status);
    return;
  }
  const answer = await deps.process(verdict);
  if (answer.status === 401) {
    deps.log.warn({ why: 'token-not-authentic', status: 401 }, 'activity refused');
    sendError(response, 401);
  } else if (answer.body === undefined) {
    response.sendRaw(answer.status, '');
  } else {
    sendJson(response, answer.status, answer.body);
  }
}

function factsOf(request: Request): RequestFacts {
  const { headers } = request;
  return {
    authorization: headers.authorization,
    remoteAddress: request.socket.remoteAddress,
    host: headers.host,
    forwarded: 'forwarded' in headers || 'x-forwarded-for' in headers || 'x-forwarded-host' in headers,
    body: request.body as unknown,
  };
}
