import { z } from 'zod/v4';

const loopback = ['localhost', '127.0.0.1', '[::1]', '::1'];

/** The address of a PostgreSQL server. What travels there are cases and passwords: off this machine never in the clear. */
export const databaseUrl = z.string().transform((value, context) => {
  const url = address(value);
  const problem =
    url === undefined
      ? 'must be an address such as postgres://user:password@host/database'
      : clearTextProblem(url);
  if (url === undefined || problem !== undefined) {
    context.issues.push({ code: 'custom', message: problem ?? '', input: '' });
    return z.NEVER;
  }
  return encrypted(url);
});

function address(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const named = url !== undefined && /^postgres(?:ql)?:$/u.test(url.protocol) && url.pathname.length > 1;
  return named ? url : undefined;
}

function clearTextProblem(url: URL): string | undefined {
  const mode = url.searchParams.get('sslmode');
  if (isHere(url) || mode === null || mode === 'verify-full') return undefined;
  return 'must be encrypted with a checked certificate unless it is on this machine: sslmode=verify-full, or no sslmode';
}

/** On this machine: by a loopback address, or through the folder of a socket. */
function isHere(url: URL): boolean {
  const host = url.searchParams.get('host') ?? url.hostname;
  return loopback.includes(host) || host === '' || host.startsWith('/');
}

/** Where nothing is said, the driver would not encrypt. */
function encrypted(url: URL): string {
  if (!isHere(url)) url.searchParams.set('sslmode', 'verify-full');
  return url.href;
}
