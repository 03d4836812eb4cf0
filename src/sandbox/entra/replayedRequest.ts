import { IncomingMessage } from 'node:http';

/** The same request once more, for a library that wants to read the body itself after we have looked at it. */
export function replayedRequest(request: IncomingMessage, body: string): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  again.method = request.method ?? 'GET';
  again.url = request.url ?? '/';
  again.headers = request.headers;
  again.push(body);
  again.push(null);
  // Not aborted: its end must not take the connection with it.
  again.complete = true;
  return again;
}
