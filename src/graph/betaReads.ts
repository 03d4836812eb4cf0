/** Reads that only Microsoft's beta has, each switched on by its name in a setting. */
export const betaReads = ['per-user-mfa', 'sign-in-preferences', 'authentication-steps'] as const;
export type BetaRead = (typeof betaReads)[number];
