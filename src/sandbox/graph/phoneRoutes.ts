import { z } from 'zod/v4';
import { phoneIds } from '../tenant/method';
import { graphError, noContent } from './graphAnswer';
import type { PersonRoutes } from './graphCall';
import { methodNotFound } from './methodRoutes';
import { methodResource } from './methodResource';

const phones = '/users/{user-id}/authentication/phoneMethods';

const phoneType = z.enum(['mobile', 'alternateMobile', 'office']);
/** `+{country code} {number}x{extension}`. */
const phoneNumber = z.string().regex(/^\+\d{1,3} \d{4,14}(x\d{1,6})?$/);
const newPhone = z.object({ phoneNumber, phoneType });
const changedPhone = z.object({ phoneNumber, phoneType: phoneType.optional() });

/** Adding a phone and mending its number. */
export const phoneRoutes: PersonRoutes = {
  [`POST ${phones}`]: (account, { tenant, body }) => {
    const wish = newPhone.safeParse(body);
    if (!wish.success) return graphError(400, 'badRequest', 'The phone number or its type is not valid.');
    const id = phoneIds[wish.data.phoneType];
    const others = account.methods.filter((method) => method.kind === 'phone');
    if (others.some((method) => method.id === id)) {
      return graphError(400, 'badRequest', 'A phone of this type is registered already.');
    }
    if (wish.data.phoneType === 'alternateMobile' && !others.some(({ id }) => id === phoneIds.mobile)) {
      return graphError(400, 'badRequest', 'An alternate mobile phone needs a mobile phone.');
    }
    const { phoneType: type, phoneNumber: number } = wish.data;
    const added = { kind: 'phone', id, createdAt: tenant.clock(), phoneType: type, number } as const;
    account.methods = [...account.methods, added];
    return { kind: 'done', status: 201, body: methodResource(added, account, tenant) };
  },

  [`PATCH ${phones}/{phoneAuthenticationMethod-id}`]: (account, { params, body }) => {
    const id = params['phoneAuthenticationMethod-id'] ?? '';
    const wish = changedPhone.safeParse(body);
    if (!wish.success) return graphError(400, 'badRequest', 'The phone number is not valid.');
    if (!account.methods.some((method) => method.kind === 'phone' && method.id === id))
      return methodNotFound(id);
    account.methods = account.methods.map((method) =>
      method.kind === 'phone' && method.id === id ? { ...method, number: wish.data.phoneNumber } : method,
    );
    return noContent;
  },
};
