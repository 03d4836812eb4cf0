import type { Account } from './account';
import { isSecondFactor } from './method';
import type { DefaultWay, Method, MethodKind } from './method';

export type RemovalRefusal = 'notFound' | 'isDefault' | 'alternateFirst';

/** Removes a method by Entra's rules: the default goes last, the alternate phone before the mobile one. */
export function removeMethod(
  account: Account,
  kind: MethodKind,
  id: string,
  rules: { readonly passkeysHoldDefault: boolean } = { passkeysHoldDefault: false },
): 'removed' | RemovalRefusal {
  const method = account.methods.find((one) => one.kind === kind && one.id === id);
  if (method === undefined) return 'notFound';
  const left = account.methods.filter((one) => one !== method);
  const holds = (one: Method) => isSecondFactor(one) || (rules.passkeysHoldDefault && isPasskey(one));
  if (isMobile(method) && left.some(isAlternate)) return 'alternateFirst';
  if (carriesDefaultAlone(account, method, left) && left.some(holds)) return 'isDefault';
  account.methods = left;
  const way = account.defaultWay;
  if (way !== undefined && !left.some((one) => answers(one, way))) account.defaultWay = undefined;
  return 'removed';
}

/** Whether a method can answer the given way. */
export function answers(method: Method, way: DefaultWay): boolean {
  switch (way) {
    case 'push':
      return method.kind === 'microsoft-authenticator';
    case 'oath':
      return method.kind === 'microsoft-authenticator' || method.kind === 'software-oath';
    case 'sms':
    case 'voiceMobile':
      return isMobile(method);
    case 'voiceAlternateMobile':
      return isAlternate(method);
    case 'voiceOffice':
      return method.kind === 'phone' && method.phoneType === 'office';
  }
}

function carriesDefaultAlone(account: Account, method: Method, left: readonly Method[]): boolean {
  const way = account.defaultWay;
  return way !== undefined && answers(method, way) && !left.some((one) => answers(one, way));
}

function isPasskey({ kind }: Method): boolean {
  return kind === 'fido2' || kind === 'windows-hello' || kind === 'platform-credential';
}

function isMobile(method: Method): boolean {
  return method.kind === 'phone' && method.phoneType === 'mobile';
}

function isAlternate(method: Method): boolean {
  return method.kind === 'phone' && method.phoneType === 'alternateMobile';
}
