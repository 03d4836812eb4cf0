// GET /beta/auditLogs/signIns · application AuditLog.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { AuthenticationSteps } from '../ports/personRecords';
import { readOne } from './ask';
import { filterText } from './graphPath';
import { maybeText, maybeTrue } from './maybe';
import { filterTime, moment } from './moment';

/** One page of the last ones: a person is not understood by their hundredth try. */
const pageSize = 50;

const step = z.looseObject({
  authenticationMethod: maybeText,
  succeeded: maybeTrue,
  authenticationStepResultDetail: maybeText,
});
const page = z.looseObject({
  value: z.array(
    z.looseObject({
      id: z.string(),
      createdDateTime: moment,
      authenticationDetails: z.array(step).nullish(),
    }),
  ),
});

/** The steps of a person's last sign-ins. v1.0 leaves them out. They may be incomplete at first. */
export async function listAuthenticationSteps(
  client: Client,
  personId: string,
  since: number,
): Promise<readonly AuthenticationSteps[]> {
  const filter = `userId eq ${filterText(personId)} and createdDateTime ge ${filterTime(since)}`;
  const request = client.api('/auditLogs/signIns').version('beta').filter(filter).top(pageSize);
  return (await readOne(request, page)).value.map(({ id, createdDateTime, authenticationDetails }) => ({
    signInId: id.toLowerCase(),
    at: createdDateTime,
    steps: (authenticationDetails ?? []).map((found) => ({
      method: found.authenticationMethod,
      succeeded: found.succeeded === true,
      detail: found.authenticationStepResultDetail,
    })),
  }));
}
