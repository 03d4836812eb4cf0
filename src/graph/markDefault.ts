import type { AuthenticationMethod } from '../cases/authenticationMethod';
import type { PreferredMethod } from './getPreferredMethod';

/**
 * Says of each method whether it is the default. The default is a way of answering, not a device:
 * a push goes to every Authenticator there is, a code may come from any app that shows codes.
 */
export function markDefault(
  methods: readonly AuthenticationMethod[],
  preferred: PreferredMethod | undefined,
): readonly AuthenticationMethod[] {
  if (preferred === undefined) return methods;
  return methods.map((method) => ({ ...method, isDefault: answers(method, preferred) }));
}

function answers({ kind, phoneType }: AuthenticationMethod, preferred: PreferredMethod): boolean {
  switch (preferred) {
    case 'push':
      return kind === 'microsoft-authenticator';
    case 'oath':
      return kind === 'microsoft-authenticator' || kind === 'software-oath';
    case 'sms':
    case 'voiceMobile':
      return kind === 'phone' && phoneType === 'mobile';
    case 'voiceAlternateMobile':
      return kind === 'phone' && phoneType === 'alternateMobile';
    case 'voiceOffice':
      return kind === 'phone' && phoneType === 'office';
    case 'none':
      return false;
  }
}
