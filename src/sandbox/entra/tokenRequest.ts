import { timingSafeEqual, createHash } from 'node:crypto';
import { audiences } from './accessToken';
import type { Audience } from './accessToken';
import type { EntraRefusal } from './entraError';

export interface Registration {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Judges a client-credentials request: for which service a token is given, or why none is. */
export function judgeTokenRequest(
  app: Registration,
  form: URLSearchParams,
): { readonly audience: Audience } | EntraRefusal {
  if (form.get('grant_type') !== 'client_credentials') {
    return refusal(
      400,
      'unsupported_grant_type',
      70003,
      'The app asked for a grant type that is not supported.',
    );
  }
  if (form.get('client_id')?.toLowerCase() !== app.clientId) {
    return refusal(400, 'unauthorized_client', 700016, 'The application was not found in the directory.');
  }
  const secret = form.get('client_secret');
  if (secret === null) {
    return refusal(401, 'invalid_client', 7000216, "'client_assertion' or 'client_secret' is required.");
  }
  if (!sameSecret(secret, app.clientSecret)) {
    return refusal(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
  }
  return judgeScope(form.get('scope') ?? '');
}

function judgeScope(scope: string): { readonly audience: Audience } | EntraRefusal {
  // MSAL adds scopes of its own to some flows, never to this one: exactly one resource is asked for.
  const resource = /^(\S+)\/\.default$/.exec(scope.trim())?.[1];
  if (resource === undefined) {
    return refusal(400, 'invalid_scope', 1002012, 'A client credentials scope has to end with /.default.');
  }
  const audience = Object.values(audiences).find((one) => one === resource);
  return audience === undefined
    ? refusal(400, 'invalid_resource', 500011, 'The resource principal was not found in the tenant.')
    : { audience };
}

/** The refusal of a tenant that is not the simulated one. */
export const unknownTenant = refusal(400, 'invalid_request', 90002, 'The tenant was not found.');

function refusal(status: number, error: string, code: number, text: string): EntraRefusal {
  return { status, error, code, text };
}

function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
