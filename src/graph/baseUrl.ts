const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The one origin that gets our token: https anywhere, plain http on this machine only.
 * The SDK adds the version to it, so that a path here would end up twice in every address.
 */
export function parseBaseUrl(baseUrl: string): URL {
  const url = new URL(baseUrl);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  if (!safe) throw new Error(`Graph has to be reached by https (plain http on loopback only): ${url.origin}`);
  if (url.pathname !== '/' || url.search !== '' || url.username !== '' || url.password !== '') {
    throw new Error('The address of Graph is an origin only, such as https://graph.microsoft.com');
  }
  return url;
}
