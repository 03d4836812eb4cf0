import type { Response } from 'restify';

/** All that a caller learns of what went wrong. Reasons are in the log. */
const errors: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** Answers with a fixed body for the status; a status that is not on the list is ours and says `internal`. */
export function sendError(response: Response, status: number): void {
  const error = errors[status];
  if (error === undefined) sendJson(response, 500, { error: 'internal' });
  else sendJson(response, status, { error });
}

export function sendJson(response: Response, status: number, body: unknown): void {
  // sendRaw: restify's own formatting picks by the Accept header and would answer 406 to some.
  response.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
}
