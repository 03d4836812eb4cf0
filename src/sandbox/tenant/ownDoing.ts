import { randomUUID } from 'node:crypto';
import type { Account } from './account';
import { methodOf, signInOf } from './accountOfState';
import type { DefaultWay, Method } from './method';
import type { MethodState, SignInState } from './personState';

/** The way of answering that Entra takes as the default when it is the first of its kind. */
const wayOf: Partial<Readonly<Record<Method['kind'], DefaultWay>>> = {
  'microsoft-authenticator': 'push',
  'software-oath': 'oath',
  phone: 'sms',
};

/** What a person does themselves on Microsoft's page: they register a method, as of now. */
export function registerMethod(account: Account, wish: MethodState, now: number): Method {
  const made = methodOf(wish, { id: account.id, at: account.methods.length, now });
  const id = made.kind === 'phone' ? made.id : `${made.kind}-${randomUUID()}`;
  const method: Method = { ...made, id, createdAt: now };
  account.methods = [...account.methods.filter((one) => one.id !== id), method];
  account.defaultWay ??= wayOf[method.kind];
  return method;
}

/** A person signs in, or tries to: a line of the log. */
export function signInAs(account: Account, wish: SignInState, now: number): void {
  const line = signInOf(wish, { id: account.id, at: account.signIns.length, now });
  account.signIns = [{ ...line, id: randomUUID() }, ...account.signIns];
}
