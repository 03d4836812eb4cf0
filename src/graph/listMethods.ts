// GET /users/{id}/authentication/methods · application UserAuthenticationMethod.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { AuthenticationMethod, MethodKind } from '../cases/authenticationMethod';
import { readAll } from './ask';
import { graphPath } from './graphPath';
import { maskedMended, maskedNumber, mendedNumber, numberFormatWrong } from './phoneNumber';

const kinds: ReadonlyMap<string, MethodKind> = new Map([
  ['#microsoft.graph.passwordAuthenticationMethod', 'password'],
  ['#microsoft.graph.phoneAuthenticationMethod', 'phone'],
  ['#microsoft.graph.microsoftAuthenticatorAuthenticationMethod', 'microsoft-authenticator'],
  ['#microsoft.graph.softwareOathAuthenticationMethod', 'software-oath'],
  ['#microsoft.graph.hardwareOathAuthenticationMethod', 'hardware-oath'],
  ['#microsoft.graph.fido2AuthenticationMethod', 'fido2'],
  ['#microsoft.graph.windowsHelloForBusinessAuthenticationMethod', 'windows-hello'],
  ['#microsoft.graph.platformCredentialAuthenticationMethod', 'platform-credential'],
  ['#microsoft.graph.emailAuthenticationMethod', 'email'],
  ['#microsoft.graph.temporaryAccessPassAuthenticationMethod', 'temporary-access-pass'],
  ['#microsoft.graph.externalAuthenticationMethod', 'external'],
]);

/** The kind of a method by Graph's type of it. */
export function kindOf(type: string): MethodKind {
  return kinds.get(type) ?? 'unknown';
}

const method = z
  .looseObject({
    '@odata.type': z.string(),
    id: z.string().min(1),
    createdDateTime: z.iso.datetime({ offset: true }).nullish(),
    displayName: z.string().nullish(),
    phoneNumber: z.string().nullish(),
    phoneType: z.enum(['mobile', 'alternateMobile', 'office']).nullish().catch(undefined),
  })
  .transform(toMethod);

/** Every method that is registered for a person. Full numbers end here. */
export function listMethods(client: Client, personId: string): Promise<readonly AuthenticationMethod[]> {
  // The call takes no query options at all.
  return readAll(client, client.api(graphPath`/users/${personId}/authentication/methods`), method);
}

function toMethod(found: {
  '@odata.type': string;
  id: string;
  createdDateTime?: string | null | undefined;
  displayName?: string | null | undefined;
  phoneNumber?: string | null | undefined;
  phoneType?: 'mobile' | 'alternateMobile' | 'office' | null | undefined;
}): AuthenticationMethod {
  const number = found.phoneNumber ?? undefined;
  const mended = number === undefined ? undefined : mendedNumber(number);
  return {
    id: found.id,
    kind: kindOf(found['@odata.type']),
    phoneType: found.phoneType ?? undefined,
    label: number === undefined ? (found.displayName ?? undefined) : maskedNumber(number),
    numberFormatWrong: number === undefined ? undefined : numberFormatWrong(number),
    mendedLabel: mended === undefined ? undefined : maskedMended(mended),
    createdAt: found.createdDateTime == null ? undefined : Date.parse(found.createdDateTime),
  };
}
