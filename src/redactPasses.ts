import type { Redaction } from './log';
import type { AccountRemedies } from './ports/accountRemedies';

/** A pass is known to the log's redaction before anything else can get hold of it (SECURITY S13). */
export function redactPasses(remedies: AccountRemedies, redaction: Redaction): AccountRemedies {
  return {
    ...remedies,
    issuePass: async (personId, wish) => {
      const issued = await remedies.issuePass(personId, wish);
      redaction.add(issued.value);
      return issued;
    },
  };
}
