// GET /users/{id}/authentication/methods · application UserAuthenticationMethod.Read.All
import { z } from 'zod/v4';
import type { RegisteredMethod, RegisteredPhone } from '../ports/personRecords';
import { batchList } from './askBatch';
import type { BatchList } from './askBatch';
import { graphPath } from './graphPath';
import { kindOf } from './listMethods';
import { maybe, maybeText, maybeTrue } from './maybe';
import { moment } from './moment';
import { countryCodeIn, lastDigits, numberFormatWrong } from './phoneNumber';

const method = z
  .looseObject({
    '@odata.type': z.string(),
    id: z.string().min(1),
    createdDateTime: maybe(moment),
    displayName: maybeText,
    phoneNumber: maybeText,
    phoneType: z.enum(['mobile', 'alternateMobile', 'office']).nullish().catch(undefined),
    phoneAppVersion: maybeText,
    isUsable: maybeTrue,
    methodUsabilityReason: maybeText,
    startDateTime: maybe(moment),
    lifetimeInMinutes: maybe(z.number()),
  })
  .transform((found): RegisteredMethod => {
    const kind = kindOf(found['@odata.type']);
    return {
      id: found.id,
      kind,
      createdAt: found.createdDateTime,
      phone: kind === 'phone' ? toPhone(found.phoneType ?? 'unknown', found.phoneNumber ?? '') : undefined,
      deviceName: found.displayName,
      appVersion: found.phoneAppVersion,
      pass: kind === 'temporary-access-pass' ? toPass(found) : undefined,
    };
  });

/** The methods that are registered for a person. Full numbers end here. The call takes no query options at all. */
export function methodsRead(personId: string): BatchList<RegisteredMethod> {
  return batchList('methods', graphPath`/users/${personId}/authentication/methods`, method);
}

function toPhone(type: RegisteredPhone['type'], number: string): RegisteredPhone {
  return {
    type,
    lastTwo: lastDigits(number, 2),
    lastFour: lastDigits(number, 4),
    countryCode: countryCodeIn(number),
    formatWrong: numberFormatWrong(number),
  };
}

function toPass(found: {
  isUsable?: boolean | undefined;
  methodUsabilityReason?: string | undefined;
  startDateTime?: number | undefined;
  lifetimeInMinutes?: number | undefined;
}): RegisteredMethod['pass'] {
  return {
    usable: found.isUsable === true,
    reason: found.methodUsabilityReason,
    endsAt: (found.startDateTime ?? 0) + (found.lifetimeInMinutes ?? 0) * 60_000,
  };
}
