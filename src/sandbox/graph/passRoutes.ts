import { z } from 'zod/v4';
import type { PassRefusal } from '../tenant/issuePass';
import { graphError } from './graphAnswer';
import type { RouteAnswer } from './graphAnswer';
import type { PersonRoutes } from './graphCall';
import { methodResource } from './methodResource';

const wish = z.object({
  startDateTime: z.iso.datetime({ offset: true }).nullish(),
  lifetimeInMinutes: z.int().nullish(),
  isUsableOnce: z.boolean().nullish(),
});

/** Issuing a pass. Its value is in this one answer and nowhere else. */
export const passRoutes: PersonRoutes = {
  'POST /users/{user-id}/authentication/temporaryAccessPassMethods': (account, { tenant, body }) => {
    const wished = wish.safeParse(body);
    if (!wished.success) return graphError(400, 'badRequest', 'The request body is not valid.');
    const { startDateTime, lifetimeInMinutes, isUsableOnce } = wished.data;
    const issued = tenant.issuePass(account, {
      startsAt: startDateTime == null ? undefined : Date.parse(startDateTime),
      lifetimeInMinutes: lifetimeInMinutes ?? undefined,
      isUsableOnce: isUsableOnce ?? undefined,
    });
    if (typeof issued === 'string') return passRefused(issued);
    const shown = methodResource(issued.pass, account, tenant);
    return { kind: 'done', status: 201, body: { ...shown, temporaryAccessPass: issued.value } };
  },
};

function passRefused(refusal: PassRefusal): RouteAnswer {
  return graphError(400, 'badRequest', refusalTexts[refusal]);
}

/** The first two as they have been seen; Microsoft documents no words for the others. */
const refusalTexts: Readonly<Record<PassRefusal, string>> = {
  policyDisabled: 'Converged UserCredentialPolicy does not allow creating or updating the method.',
  externalGuest: 'Temporary Access Pass cannot be added to an external guest user.',
  lifetimeOutOfBounds: 'The lifetime is outside of what the Temporary Access Pass policy allows.',
  oneTimeOnly: 'The Temporary Access Pass policy allows passes for one-time use only.',
};
