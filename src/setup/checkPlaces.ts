import type { TokenCredential } from '@azure/core-auth';
import { z } from 'zod/v4';
import { note, wrong, type Finding } from './finding';

const timeoutMs = 10_000;
/** Tokens are good for an hour, sign-ins for minutes: a clock may be off by this much. */
const clockToleranceMs = 2 * 60_000;

/** Whether this machine's clock agrees with Entra's, which tokens and fresh sign-ins are judged by. */
export async function checkClock(options: {
  readonly authorityHost: string;
  readonly tenantId: string;
  readonly now: () => number;
}): Promise<readonly Finding[]> {
  const url = `${options.authorityHost.replace(/\/$/u, '')}/${options.tenantId}/v2.0/.well-known/openid-configuration`;
  const answer = await ask(url);
  if (answer === undefined) {
    return [
      wrong(
        `Entra does not answer at ${options.authorityHost}`,
        'Check MONBAN_AUTHORITY_HOST, the network and the proxy.',
      ),
    ];
  }
  if (!answer.ok) {
    return [
      wrong(
        `Entra knows no tenant ${options.tenantId}`,
        'Set MONBAN_TENANT_ID to the directory (tenant) id.',
      ),
    ];
  }
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  const seconds = Math.round(Math.abs(options.now() - theirs) / 1000);
  return seconds * 1000 > clockToleranceMs
    ? [
        wrong(
          `the clock is off by ${String(seconds)} s`,
          'Set the clock by NTP: sign-ins would be judged wrongly.',
        ),
      ]
    : [];
}

/** Whether people and Teams reach Monban under its public address. */
export async function checkPublicUrl(publicUrl: string | undefined): Promise<readonly Finding[]> {
  if (publicUrl === undefined) return [];
  const answer = await ask(`${publicUrl.replace(/\/$/u, '')}/healthz`);
  return answer?.ok === true
    ? []
    : [
        wrong(
          `nobody answers at ${publicUrl}/healthz`,
          'Start Monban, and check MONBAN_PUBLIC_URL, DNS and the certificate.',
        ),
      ];
}

/** Whether the bot is in the staff channel: only then can it post there. */
export async function checkStaffChannel(options: {
  readonly credential: TokenCredential;
  readonly scope: string;
  readonly channel: { readonly serviceUrl: string; readonly conversationId: string } | undefined;
  readonly allowedServiceUrls: readonly string[];
}): Promise<readonly Finding[]> {
  const { allowedServiceUrls, channel, credential, scope } = options;
  if (channel === undefined) {
    return [
      note(
        'no staff channel is set: cases cannot be handed over',
        'Set MONBAN_STAFF_CHANNEL_ID and MONBAN_STAFF_SERVICE_URL.',
      ),
    ];
  }
  if (!allowedServiceUrls.some((allowed) => channel.serviceUrl.startsWith(allowed))) {
    const todo = 'Set MONBAN_STAFF_SERVICE_URL to an address under MONBAN_SERVICE_URLS.';
    return [wrong(`the bot may not send to ${channel.serviceUrl}`, todo)];
  }
  const got = await credential.getToken(scope).catch(() => undefined);
  const token = z.looseObject({ token: z.string() }).safeParse(got).data?.token;
  if (token === undefined) return []; // said already by the check of the token
  const id = encodeURIComponent(channel.conversationId);
  const answer = await ask(
    `${channel.serviceUrl.replace(/\/$/u, '')}/v3/conversations/${id}/pagedmembers?pageSize=1`,
    token,
  );
  if (answer?.ok === true) return [];
  const status = answer === undefined ? 'no answer' : String(answer.status);
  const todo = 'Add the Monban app to the team, and copy the channel id from "Get link to channel".';
  return [wrong(`the bot is not in the staff channel (${status})`, todo)];
}

async function ask(url: string, token?: string): Promise<Response | undefined> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(timeoutMs);
  return fetch(url, { headers, signal, redirect: 'manual' }).catch(() => undefined);
}
