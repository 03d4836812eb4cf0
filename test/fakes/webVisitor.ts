import { z } from 'zod/v4';

/** What a visitor sees in the end, after all redirects. */
export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without a window: keeps cookies per host, follows redirects, sends forms. Runs no scripts, as our pages need none. */
export interface WebVisitor {
  open(url: string): Promise<Seen>;
  /** Sends the form of a page that was seen, as a browser does when its button is pressed. */
  send(seen: Seen, fields?: Readonly<Record<string, string>>): Promise<Seen>;
  /** Follows redirects up to, and without, an address that begins like this. */
  stopAt(prefix: string | undefined): void;
  cookies(host: string): ReadonlyMap<string, string>;
}

const formSchema = z.tuple([z.string(), z.string()]).rest(z.unknown());

export function webVisitor(language: 'ja' | 'en' = 'en'): WebVisitor {
  const jars = new Map<string, Map<string, string>>();
  let stop: string | undefined;
  const jarOf = (host: string) => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };

  async function visit(
    url: string,
    init: { method: 'GET' | 'POST'; body?: string; from?: string },
  ): Promise<Seen> {
    const { host, origin } = new URL(url);
    const jar = jarOf(host);
    const response = await fetch(url, {
      method: init.method,
      redirect: 'manual',
      headers: {
        'accept-language': language,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.method === 'POST'
          ? {
              'content-type': 'application/x-www-form-urlencoded',
              origin: init.from ?? 'null',
              'sec-fetch-site': init.from === origin ? 'same-origin' : 'cross-site',
            }
          : {}),
      },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line);
    const location = response.headers.get('location');
    const text = await response.text();
    if (location === null || response.status < 300 || response.status > 399) {
      return { url, status: response.status, headers: response.headers, text };
    }
    const next = new URL(location, url).toString();
    if (stop !== undefined && next.startsWith(stop)) {
      return { url: next, status: response.status, headers: response.headers, text };
    }
    return visit(next, { method: 'GET' });
  }

  return {
    open: (url) => visit(url, { method: 'GET' }),
    send: (seen, fields = {}) => {
      const [, action] = formSchema.parse(
        /<form method="post" action="([^"]*)"/u.exec(seen.text) ?? ['', ''],
      );
      return visit(new URL(action, seen.url).toString(), {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        from: new URL(seen.url).origin,
      });
    },
    stopAt: (prefix) => {
      stop = prefix;
    },
    cookies: (host) => jarOf(host),
  };
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const gone = attributes.some((one) => /^max-age=0$/iu.test(one) || /^expires=thu, 01 jan 1970/iu.test(one));
  if (gone) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}
