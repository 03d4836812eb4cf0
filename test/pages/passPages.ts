import { createServer } from 'restify';
import { createBrowserSignIns } from '../../src/pages/browserSignIns';
import { createMemoryPassLocker } from '../../src/pages/memoryPassLocker';
import { mountPassPage } from '../../src/pages/passPage';
import type { LockedPass } from '../../src/ports/passLocker';
import { Secret } from '../../src/secret';
import { fakeSignIn } from '../fakes/fakeSignIn';

const canary = `Xk3<p&9"w'`;
export const shown = 'Xk3&lt;p&amp;9&quot;w&#39;';

export type PassPages = Awaited<ReturnType<typeof passPages>>;

/** The page that shows a pass, in a real server, as browsers and link scanners meet it. */
export async function passPages() {
  const time = { now: 1_000_000 };
  const clock = () => time.now;
  const audited: string[] = [];
  const locker = createMemoryPassLocker({ clock, capacity: 3 });
  const signIns = createBrowserSignIns({ clock });
  const server = createServer({ name: '' });
  mountPassPage({
    locker,
    mayShow: (requestId) => {
      audited.push(requestId);
      return Promise.resolve(requestId !== 'withdrawn');
    },
    signIn: fakeSignIn(clock).signIn,
    signIns,
    isSecure: false,
    authContext: undefined,
  })(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { url } = server;
  /** The cookie of a browser that has signed in a moment ago. */
  const signedIn = (oid: string) => ({ cookie: `monban-signed-in=${signIns.remember({ oid })}` });
  const pass = (changes: Partial<LockedPass> = {}): LockedPass => ({
    requestId: 'request-1',
    viewerId: 'approver',
    value: new Secret(canary),
    personName: 'Aoi <b>Tanaka</b>',
    language: 'ja',
    lifetimeInMinutes: 60,
    isUsableOnce: true,
    ...changes,
  });
  return {
    url,
    time,
    audited,
    locker,
    signedIn,
    put: (changes: Partial<LockedPass> = {}, lastsMs = 1000) => locker.put(pass(changes), time.now + lastsMs),
    look: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/pass/${path}`, { headers: { ...signedIn('approver'), ...headers } }),
    press: (path: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
      fetch(`${url}/pass/${path}`, { method: 'POST', headers: { ...signedIn('approver'), ...headers } }),
    close: () => {
      server.close();
    },
  };
}

/** What a reader sees, without the marks around it. */
export function words(source: string): string {
  return source.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]+>/g, '');
}
