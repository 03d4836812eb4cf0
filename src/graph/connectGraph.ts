import type { Client } from '@microsoft/microsoft-graph-client';
import type { SignInHistory } from '../ports/signInHistory';
import type { TenantEvidence } from '../ports/tenantEvidence';
import type { BetaRead } from './betaReads';
import { createGraphClient } from './graphClient';
import type { GraphClientOptions } from './graphClient';
import { graphSignInHistory } from './graphSignInHistory';
import { graphTenantEvidence } from './graphTenantEvidence';
import { createPacer } from './pacer';

type ConnectOptions = Omit<GraphClientOptions, 'pacing' | 'retry'> & {
  readonly betaReads: readonly BetaRead[];
  /** How long a read of the schedule may wait for its turn. */
  readonly patienceMs?: number | undefined;
};

interface GraphConnection {
  /** For calls that somebody waits behind, and for remedies. */
  readonly client: Client;
  readonly evidence: TenantEvidence;
  readonly signInHistory: SignInHistory;
}

/**
 * Somebody waits behind these calls. What the registration report knows can be done without; what a remedy asks of
 * identity protection comes in threes, a second apart.
 */
const promptPatienceMs = { reports: 0, identityProtection: 5000 };

/** A page of the schedule waits for its turn up to a minute, and as long again where Microsoft asks for it. */
const schedulePatienceMs = 60_000;
const scheduleRetries = { retries: 3, delaySeconds: 2, longestWaitMs: 60_000 };

/** The lines to Microsoft Graph, which share one pace. */
export function connectGraph({ betaReads, patienceMs, ...options }: ConnectOptions): GraphConnection {
  const pacer = createPacer();
  const client = createGraphClient({ ...options, pacing: { pacer, patienceMs: promptPatienceMs } });
  const longMs = patienceMs ?? schedulePatienceMs;
  const patientClient = createGraphClient({
    ...options,
    pacing: { pacer, patienceMs: { reports: longMs, identityProtection: longMs } },
    retry: scheduleRetries,
  });
  return {
    client,
    evidence: graphTenantEvidence({ client, patientClient, pacer, betaReads }),
    signInHistory: graphSignInHistory(patientClient),
  };
}
