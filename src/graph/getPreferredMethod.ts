// GET /reports/authenticationMethods/userRegistrationDetails/{id} · application AuditLog.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { isFault } from '../faults';
import { readOne } from './ask';
import { graphPath } from './graphPath';

const preferredMethod = z.enum([
  'push',
  'oath',
  'voiceMobile',
  'voiceAlternateMobile',
  'voiceOffice',
  'sms',
  'none',
]);
export type PreferredMethod = z.infer<typeof preferredMethod>;

const registration = z.looseObject({
  // Future values are as good as unknown.
  userPreferredMethodForSecondaryAuthentication: preferredMethod.nullish().catch(undefined),
});

/**
 * The person's default second factor as the registration report has it; it may be hours old. Undefined where the tenant
 * cannot tell: no premium licence, no permission, or the report's limit of five requests in ten seconds is reached.
 */
export async function getPreferredMethod(
  client: Client,
  personId: string,
): Promise<PreferredMethod | undefined> {
  const path = graphPath`/reports/authenticationMethods/userRegistrationDetails/${personId}`;
  try {
    const found = await readOne(client.api(path), registration);
    return found.userPreferredMethodForSecondaryAuthentication ?? undefined;
  } catch (thrown) {
    if (isFault(thrown)) return undefined;
    throw thrown;
  }
}
