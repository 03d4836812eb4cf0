import { isLoopbackHost } from './loopback';

/**
 * Whether the bot may send to this address (SECURITY S18): the token that it sends along works at every connector,
 * so an address from outside is never trusted by itself.
 */
export function isAllowedServiceUrl(
  serviceUrl: string,
  allowed: { readonly serviceUrls: readonly string[]; readonly open: boolean },
): boolean {
  const url = URL.parse(serviceUrl);
  if (url?.username !== '' || url.password !== '') return false;
  if (allowed.open && isWeb(url) && isLoopbackHost(url.hostname)) return true;
  return allowed.serviceUrls.some((entry) => isUnder(url, URL.parse(entry)));
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

/** Same origin, and the path is the entry's path or below it: `/jp` does not open `/jpx`. */
function isUnder(url: URL, entry: URL | null): boolean {
  if (entry?.origin !== url.origin || !isWeb(entry)) return false;
  const prefix = entry.pathname.endsWith('/') ? entry.pathname : `${entry.pathname}/`;
  return `${url.pathname}/`.startsWith(prefix);
}
