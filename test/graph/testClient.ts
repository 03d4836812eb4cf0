import type { TokenCredential } from '@azure/core-auth';
import type { Client } from '@microsoft/microsoft-graph-client';
import { createGraphClient } from '../../src/graph/graphClient';
import type { GraphClientOptions } from '../../src/graph/graphClient';

export const testToken = 'token-for-graph-only';

/** A credential that always has a token, and says how often it was asked. */
export function testCredential(): TokenCredential & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    getToken: (scope) => {
      asked.push([scope].flat().join(' '));
      return Promise.resolve({ token: testToken, expiresOnTimestamp: Number.MAX_SAFE_INTEGER });
    },
  };
}

export const silentLog = { debug: () => undefined, warn: () => undefined };

/** The product's client, impatient: no delay of its own between retries, a short time limit. */
export function testClient(baseUrl: string, options: Partial<GraphClientOptions> = {}): Client {
  return createGraphClient({
    baseUrl,
    credential: testCredential(),
    log: silentLog,
    timeoutMs: 2000,
    retry: { retries: 2, delaySeconds: 0, longestWaitMs: 5000 },
    ...options,
  });
}

/** What a promise is rejected with, for a closer look. */
export async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('Nothing was thrown.');
    },
    (thrown: unknown) => thrown,
  );
}
