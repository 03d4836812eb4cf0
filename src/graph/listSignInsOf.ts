// GET /auditLogs/signIns · application AuditLog.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { PersonSignIn } from '../ports/signInHistory';
import { readOne } from './ask';
import { filterText } from './graphPath';
import { maybe, maybeText, maybeTrue } from './maybe';
import { filterTime, moment } from './moment';
import { riskState } from './riskValues';

/** One page of the last ones tells whether somebody is in, and what is new about how. */
const pageSize = 100;

const signIn = z.looseObject({
  id: z.string().toLowerCase(),
  createdDateTime: moment,
  status: z.looseObject({ errorCode: maybe(z.int()) }),
  appDisplayName: maybeText,
  deviceDetail: maybe(
    z.looseObject({
      operatingSystem: maybeText,
      browser: maybeText,
      isCompliant: maybeTrue,
      isManaged: maybeTrue,
      trustType: maybeText,
    }),
  ),
  location: maybe(z.looseObject({ countryOrRegion: maybeText })),
  riskState,
});
const page = z.looseObject({ value: z.array(signIn) });

/** A person's last sign-ins, those that went through and the others. */
export async function listSignInsOf(
  client: Client,
  personId: string,
  since: number,
): Promise<readonly PersonSignIn[]> {
  const filter = `userId eq ${filterText(personId)} and createdDateTime ge ${filterTime(since)}`;
  const request = client.api('/auditLogs/signIns').filter(filter).top(pageSize);
  return (await readOne(request, page)).value.map((found) => ({
    id: found.id,
    at: found.createdDateTime,
    errorCode: found.status.errorCode ?? 0,
    app: found.appDisplayName,
    device: {
      operatingSystem: found.deviceDetail?.operatingSystem,
      browser: found.deviceDetail?.browser,
      isCompliant: found.deviceDetail?.isCompliant,
      isManaged: found.deviceDetail?.isManaged,
      trustType: found.deviceDetail?.trustType,
    },
    countryOrRegion: found.location?.countryOrRegion,
    atRisk: found.riskState === 'atRisk' || found.riskState === 'confirmedCompromised',
  }));
}
