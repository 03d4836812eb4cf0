import { createHmac, timingSafeEqual } from 'node:crypto';

/** What was signed longer ago, or by a clock that is further ahead, is not taken. */
const toleranceMs = 5 * 60_000;

/** `t=1800000000000,v1=hex`: HMAC-SHA-256 over the time and the very bytes that are sent. */
export function sign(secret: string, body: string, at: number): string {
  return `t=${String(at)},v1=${hmac(secret, body, at)}`;
}

/** Whether a body was signed with the secret, just now. */
export function isSigned(secret: string, body: string, header: string | undefined, now: number): boolean {
  const { at = '', mac = '' } =
    /^t=(?<at>\d{10,15}),v1=(?<mac>[0-9a-f]{64})$/u.exec(header ?? '')?.groups ?? {};
  if (mac === '' || Math.abs(now - Number(at)) > toleranceMs) return false;
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(hmac(secret, body, Number(at)), 'hex'));
}

function hmac(secret: string, body: string, at: number): string {
  return createHmac('sha256', secret)
    .update(`${String(at)}.${body}`)
    .digest('hex');
}
