/*
 * What is known of sign-in error codes apart from what they point to, which is in the knowledge.
 * Source: Entra's error code reference. Codes are hints: Microsoft warns that they change.
 */

/**
 * Interrupts belong to ordinary sign-ins: the log holds them as failures although the person got in a moment later.
 * One of them alone says nothing.
 */
const interrupts: ReadonlySet<number> = new Set([
  16000, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50089, 50097, 50125, 50127, 50129, 50132, 50133,
  50140, 50155, 50158, 50173, 50199, 50203,
]);

export function isInterrupt(code: number): boolean {
  return interrupts.has(code);
}

/** The sign-in stopped because a method has to be registered first. */
export const registrationCodes: ReadonlySet<number> = new Set([50072, 50079]);

/** The password has expired, in the cloud or on premises. */
export const expiredPasswordCodes: ReadonlySet<number> = new Set([50055, 50144]);

/** About the password: void once it was changed. */
export const passwordCodes: ReadonlySet<number> = new Set([50053, 50055, 50056, 50126, 50144]);

/** The second factor was asked for and did not come through. */
export const secondFactorCodes: ReadonlySet<number> = new Set([50074, 50076, 500121]);

/** Conditional Access wants a device that the organisation manages. */
export const deviceCodes: ReadonlySet<number> = new Set([53000, 53001, 530001, 530002, 530003]);

/** Conditional Access or a policy of the tenant says no. */
export const policyCodes: ReadonlySet<number> = new Set([50131, 53002, 53003]);

/** Security information cannot be registered from here. */
export const registrationBlockedCode = 53010;

/** The account is disabled: void once it is enabled again. */
export const disabledCodes: ReadonlySet<number> = new Set([50057]);
/** One's own mistakes: however many people make them, they are no incident. */
const personal: ReadonlySet<number> = new Set([
  50034, 50053, 50055, 50056, 50057, 50126, 50144, 65001, 65004, 70008, 700082, 70043, 70044, 90072, 130503,
  130504, 130507,
]);

/** Whether many people failing with the code can mean that one thing holds them all back. */
export function canBeShared(code: number): boolean {
  return !isInterrupt(code) && !personal.has(code);
}
