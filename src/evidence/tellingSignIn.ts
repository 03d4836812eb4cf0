import type { KeptSignIn } from './keptRecords';
import { disabledCodes, isInterrupt, passwordCodes, registrationCodes } from '../cases/signInCodes';

const minute = 60_000;
/** Older failures hardly are what a person writes about now. */
const recentMs = 24 * 60 * minute;
/** An interrupt tells something once it comes this often in this time: the sign-in goes round. */
const loop = { times: 3, withinMs: 30 * minute };
/** As the vocabulary has it: about five tries within five minutes. */
const many = { times: 5, withinMs: 5 * minute };
/** A pause lifts after a while: tries of this morning say nothing of it. */
const stillPausedMs = 30 * minute;

/** What else is known of the person: a failure counts only where it fits. */
export interface AboutPerson {
  /** Two letters; undefined where the directory holds none. */
  readonly usageLocation: string | undefined;
  readonly lastPasswordChangeAt: number | undefined;
  readonly accountEnabled: boolean | undefined;
  /** Undefined where the methods are not known. */
  readonly hasMethod: boolean | undefined;
}

/**
 * The failures that can be the person's own and are not mended yet, newest first. A failure abroad may be a stranger's
 * unless it happened on a device of the organisation; one about a password that was changed since is over.
 */
export function ownFailures(
  signIns: readonly KeptSignIn[],
  about: AboutPerson,
  now: number,
): readonly KeptSignIn[] {
  return signIns
    .filter((one) => now - one.at <= recentMs && !isForeign(one, about) && !isOver(one, about))
    .toSorted((one, other) => other.at - one.at);
}

/** Whether a failure happened in another country than the one the person's licences are for. */
export function isAbroad({ countryOrRegion }: KeptSignIn, { usageLocation }: AboutPerson): boolean {
  if (countryOrRegion === undefined || usageLocation === undefined) return false;
  return countryOrRegion.toUpperCase() !== usageLocation.toUpperCase();
}

function isForeign(one: KeptSignIn, about: AboutPerson): boolean {
  return isAbroad(one, about) && !one.ownDevice;
}

function isOver({ at, errorCode }: KeptSignIn, about: AboutPerson): boolean {
  if (disabledCodes.has(errorCode)) return about.accountEnabled === true;
  return (
    passwordCodes.has(errorCode) &&
    about.lastPasswordChangeAt !== undefined &&
    about.lastPasswordChangeAt > at
  );
}

/** The newest failure that tells something: interrupts of an ordinary sign-in are passed over. */
export function tellingFailure(
  failures: readonly KeptSignIn[],
  { hasMethod }: Pick<AboutPerson, 'hasMethod'>,
): KeptSignIn | undefined {
  return failures.find((one) => {
    if (!isInterrupt(one.errorCode)) return true;
    // To be sent to the registration page is no passing interrupt for somebody who has nothing registered.
    if (registrationCodes.has(one.errorCode) && hasMethod === false) return true;
    return goesRound(failures, one);
  });
}

function goesRound(failures: readonly KeptSignIn[], one: KeptSignIn): boolean {
  const alike = failures.filter(
    ({ at, errorCode }) => errorCode === one.errorCode && at <= one.at && one.at - at <= loop.withinMs,
  );
  return alike.length >= loop.times;
}

/** Whether there were as many tries in a short while as make the service pause, and lately. */
export function triedOften(failures: readonly KeptSignIn[], now: number): boolean {
  const tries = failures.filter(({ at, errorCode }) => !isInterrupt(errorCode) && now - at <= stillPausedMs);
  return tries.some((last) => {
    const before = tries.filter(({ at }) => at <= last.at && last.at - at <= many.withinMs);
    return before.length >= many.times;
  });
}
