import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { SignInAccount } from './openIdProvider';
import { replayedRequest } from './replayedRequest';
import { answerSignInPage } from './signInPage';

/** Whether a request belongs to a person's sign-in; all else is the app's own. */
export function isForPeople(request: IncomingMessage, body: string, tenantId: string): boolean {
  const path = pathOf(request, tenantId);
  if (path === 'oauth2/v2.0/token') {
    return new URLSearchParams(body).get('grant_type') === 'authorization_code';
  }
  return path?.startsWith('oauth2/v2.0/authorize') === true || path?.startsWith('sign-in/') === true;
}

/** Answers it: the sign-in page is ours, everything else the library's. */
export async function answerPerson(
  parts: {
    readonly provider: Provider;
    readonly accounts: () => readonly SignInAccount[];
    readonly tenantId: string;
  },
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const again = replayedRequest(request, body);
  if (pathOf(request, parts.tenantId)?.startsWith('sign-in/') === true) {
    await answerSignInPage(parts, again, response, new URLSearchParams(body));
  } else {
    await parts.provider.callback()(again, response);
  }
}

/** The path behind the tenant; undefined where it is another tenant's. */
function pathOf(request: IncomingMessage, tenantId: string): string | undefined {
  const [, tenant, ...rest] = (URL.parse(request.url ?? '/', 'https://localhost')?.pathname ?? '').split('/');
  return tenant?.toLowerCase() === tenantId ? rest.join('/') : undefined;
}
