import type { TokenCredential } from '@azure/core-auth';
import type { Middleware } from '@microsoft/microsoft-graph-client';
import { noToken } from './graphErrors';
import { graphMiddleware, requestUrl } from './graphMiddleware';

/**
 * Adds the token, for the configured origin only. The SDK's own handler leaves the token out without a word
 * where the address is plain http, and decides by a list of host names; here any other origin is a bug that stops the call.
 */
export function sendToken(options: {
  origin: string;
  credential: TokenCredential;
  scope: string;
  timeoutMs: number;
}): Middleware {
  return graphMiddleware(async (context, next) => {
    const { origin } = requestUrl(context);
    if (origin !== options.origin) throw new Error(`No token for ${origin}: Graph is at ${options.origin}.`);
    const headers = new Headers(context.options?.headers);
    headers.set('Authorization', `Bearer ${await accessToken(options)}`);
    context.options = { ...context.options, headers };
    await next();
  });
}

/** Asked for at each attempt: the credential keeps tokens until shortly before they expire. */
async function accessToken(options: {
  credential: TokenCredential;
  scope: string;
  timeoutMs: number;
}): Promise<string> {
  const abortSignal = AbortSignal.timeout(options.timeoutMs);
  const got = await options.credential.getToken(options.scope, { abortSignal }).catch((thrown: unknown) => {
    throw noToken(thrown);
  });
  if (got === null) throw noToken(undefined);
  return got.token;
}
