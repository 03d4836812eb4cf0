import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent from our own page. Browsers say so in Sec-Fetch-Site, which pages cannot forge; those that
 * don't know it, and plain http, leave only Origin to go by.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.host !== undefined && URL.parse(headers.origin ?? '')?.host === headers.host;
}
