import type { AccountRemedies } from './ports/accountRemedies';

/** In a dry run nothing is written, whoever asks for it: the second fence behind the run that only says what it would do. */
export function unlessDryRun(isDryRun: boolean, remedies: AccountRemedies): AccountRemedies {
  if (!isDryRun) return remedies;
  const refuse = (): Promise<never> => Promise.reject(new Error('a dry run writes nothing'));
  return {
    passes: remedies.passes.bind(remedies),
    removeMethod: refuse,
    revokeSessions: refuse,
    mendPhoneNumber: refuse,
    copyPhone: refuse,
    addToGroup: refuse,
    removeFromGroup: refuse,
    dismissRisk: refuse,
    confirmCompromised: refuse,
    enableAccount: refuse,
    issuePass: refuse,
    deletePass: refuse,
  };
}
