// GET /users/{id}/authentication/phoneMethods/{id} · application UserAuthenticationMethod.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { readOne } from './ask';
import { graphPath } from './graphPath';

const phone = z.looseObject({ phoneNumber: z.string() });

/** The full number of a registered phone, for the call that writes it anew and for nothing else. */
export async function getPhoneNumber(client: Client, personId: string, methodId: string): Promise<string> {
  const path = graphPath`/users/${personId}/authentication/phoneMethods/${methodId}`;
  return (await readOne(client.api(path), phone)).phoneNumber;
}
