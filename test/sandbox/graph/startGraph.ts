import { z } from 'zod/v4';
import { createContract } from '../../../src/sandbox/graph/contract';
import { readContractFile } from '../../../src/sandbox/graph/contractFile';
import { startGraphStandIn } from '../../../src/sandbox/graph/startGraphStandIn';
import { createTenant } from '../../../src/sandbox/tenant/tenant';
import { personId } from '../../../src/sandbox/tenant/tenantIds';

const now = Date.parse('2026-11-21T09:00:00Z');
export const contract = createContract(readContractFile());
const everyPermission = contract.operations.flatMap(({ permissions }) => permissions ?? []);

/** Object ids of people of the seed, by what matters of them. */
export const who = {
  phoneReplaced: personId(1),
  wrongNumber: personId(2),
  noMethod: personId(3),
  keyForgotten: personId(4),
  twoPhones: personId(5),
  synced: personId(7),
  guest: personId(8),
  risky: personId(9),
  globalAdministrator: personId(11),
  restricted: personId(12),
  authenticationAdministrator: personId(21),
};

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A running stand-in, asked with plain HTTP as an app that may do everything (or only what is named). */
export async function startGraph(
  options: { readonly permissions?: readonly string[]; readonly pageSize?: number } = {},
) {
  const tenant = createTenant({ clock: () => now });
  const permissions = options.permissions ?? everyPermission;
  const graph = await startGraphStandIn({
    tenant,
    verifyToken: (token) => (token === 'valid' ? { kind: 'application', permissions } : undefined),
    pageSize: options.pageSize,
  });
  const send = async (method: string, path: string, body?: unknown, token = 'valid'): Promise<Answered> => {
    const answer = await fetch(graph.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: answer.headers,
    };
  };
  return {
    tenant,
    graph,
    send,
    get: (path: string) => send('GET', `/v1.0${path}`),
    post: (path: string, body?: unknown) => send('POST', `/v1.0${path}`, body),
    remove: (path: string) => send('DELETE', `/v1.0${path}`),
  };
}

const refusal = z.looseObject({ error: z.looseObject({ code: z.string(), message: z.string() }) });

/** Status, code and words of a refusal. */
export function refused({ status, body }: Answered): string {
  const { error } = refusal.parse(body);
  return `${String(status)} ${error.code}: ${error.message}`;
}

export type RunningGraph = Awaited<ReturnType<typeof startGraph>>;
