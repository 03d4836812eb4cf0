import type { IncomingMessage } from 'node:http';

/** More than any call of the product needs. */
const mostBytes = 1_000_000;

/** The whole body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) throw new Error('A request came as text, not as bytes.');
    bytes += part.length;
    if (bytes > mostBytes) throw new Error('A request body was too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
