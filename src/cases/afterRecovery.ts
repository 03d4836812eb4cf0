import type { AuthenticationMethod, MethodKind } from './authenticationMethod';
import type { RecoveryFollowUp, RecoveryStep } from './followUp';
import { methodsLeft, outcomeOf } from './journalSummary';
import type { RemedyRequest } from './remedyRequest';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Ways of signing in; a password, a mail address or a pass is none that lasts. */
const lasting: readonly MethodKind[] = [
  'phone',
  'microsoft-authenticator',
  'software-oath',
  'hardware-oath',
  'fido2',
  'windows-hello',
  'platform-credential',
  'external',
];

/** After a reminder that changed nothing comes the next one; after the last a person. */
const remindersAfterMs = [hourMs, dayMs, 3 * dayMs];
const staffAfterMs = 5 * dayMs;
/** Nobody looks for ever. */
const endsAfterMs = 30 * dayMs;

/** What has to be seen after a request of this kind; empty where nothing follows. */
export function recoveryNeeds({ plan }: Pick<RemedyRequest, 'plan'>): readonly RecoveryStep[] {
  switch (plan.remedy) {
    case 'require-mfa-reregistration': {
      const needs: readonly RecoveryStep[] = ['newMethod', 'signedIn', 'secondMethod', 'oldRemoved'];
      return plan.revokeSessions ? [...needs, 'sessionsRevoked'] : needs;
    }
    case 'issue-temporary-access-pass':
      return ['newMethod', 'signedIn', 'secondMethod', 'passDeleted'];
    case 'exclude-for-a-time':
      return ['newMethod', 'signedIn', 'secondMethod', 'exclusionRestored'];
    case 'remove-one-method':
      return plan.revokeSessions ? ['signedIn', 'oldRemoved', 'sessionsRevoked'] : ['signedIn', 'oldRemoved'];
    case 'mend-phone-number':
    case 'dismiss-user-risk':
    case 'enable-account':
      return ['signedIn'];
    // They protect: nobody is to get in by them.
    case 'confirm-user-risk':
    case 'revoke-sessions':
      return [];
  }
}

/** Which of the plan's methods are old entries that are still there; and what was there and stays. */
export function methodsAfter(request: Pick<RemedyRequest, 'plan' | 'journal'>): {
  readonly known: readonly string[] | undefined;
  readonly toRemove: readonly string[];
} {
  const { plan } = request;
  if (plan.remedy !== 'require-mfa-reregistration' && plan.remedy !== 'remove-one-method')
    return { known: undefined, toRemove: [] };
  const toRemove = methodsLeft(request).map(({ id }) => id);
  return { known: [...plan.keep.map(({ id }) => id), ...toRemove], toRemove };
}

/** What one look at the tenant showed. */
export interface SeenOfRecovery {
  readonly methods: readonly AuthenticationMethod[];
  /** When sign-ins of the person went through; undefined where the log cannot be read. */
  readonly signIns: readonly number[] | undefined;
  /** In the group that policies exclude; undefined where none is set. */
  readonly excluded: boolean | undefined;
  /** The case's requests, for what the jobs after them did. */
  readonly requests: readonly RemedyRequest[];
  readonly now: number;
}

/** Takes down what a look showed; what was seen once stays seen. */
export function lookAtRecovery(before: RecoveryFollowUp, look: SeenOfRecovery): RecoveryFollowUp {
  const known = before.known ?? whatWasThere(before, look);
  const follow = { ...before, known, looks: before.looks + 1, updatedAt: look.now };
  const fresh = look.methods.filter((method) => isNew(method, follow));
  const done: Readonly<Record<RecoveryStep, boolean>> = {
    newMethod: fresh.length > 0,
    signedIn: signedInAfter(follow, fresh, look),
    secondMethod: fresh.length > 0 && waysIn(look.methods, follow).length > 1,
    oldRemoved: !look.methods.some(({ id }) => follow.toRemove.includes(id)),
    passDeleted: !look.methods.some(({ kind }) => kind === 'temporary-access-pass'),
    exclusionRestored: look.excluded !== true && look.requests.every(isRestored),
    sessionsRevoked: look.requests.some(({ journal }) => outcomeOf(journal, 'revoke-sessions') === 'done'),
  };
  const seen = Object.fromEntries(
    follow.needs.flatMap((step): [RecoveryStep, number][] => {
      const at = before.seen[step] ?? (done[step] ? look.now : undefined);
      return at === undefined ? [] : [[step, at]];
    }),
  );
  const unseeable: readonly RecoveryStep[] = look.signIns === undefined ? ['signedIn'] : [];
  return { ...follow, seen, unseeable: unseeable.filter((step) => follow.needs.includes(step)) };
}

function whatWasThere({ since }: RecoveryFollowUp, { methods }: SeenOfRecovery): readonly string[] {
  return methods.filter(({ createdAt = 0 }) => createdAt < since).map(({ id }) => id);
}

function isNew({ createdAt, id, kind }: AuthenticationMethod, follow: RecoveryFollowUp): boolean {
  if (!lasting.includes(kind)) return false;
  return createdAt === undefined ? follow.known?.includes(id) !== true : createdAt >= follow.since;
}

function waysIn(methods: readonly AuthenticationMethod[], { toRemove }: RecoveryFollowUp) {
  return methods.filter(({ id, kind }) => lasting.includes(kind) && !toRemove.includes(id));
}

/**
 * A sign-in before the new method was there proves nothing about it: registering alone takes one. Of a method that Graph
 * gives no date the moment counts at which it was first seen.
 */
function signedInAfter(
  { needs, seen, since }: RecoveryFollowUp,
  fresh: readonly AuthenticationMethod[],
  { now, signIns = [] }: SeenOfRecovery,
): boolean {
  if (!needs.includes('newMethod')) return signIns.some((at) => at >= since);
  const registered = fresh.map(({ createdAt }) => createdAt ?? seen.newMethod ?? now);
  return registered.some((from) => signIns.some((at) => at >= from));
}

function isRestored({ afterwards = [], plan }: RemedyRequest): boolean {
  if (plan.remedy !== 'exclude-for-a-time') return true;
  const outcome = outcomeOf(afterwards, 'restore-exclusion');
  return outcome === 'done' || outcome === 'already-done';
}

/** What is not seen yet and could be. */
export function openSteps({ needs, seen, unseeable }: RecoveryFollowUp): readonly RecoveryStep[] {
  return needs.filter((step) => seen[step] === undefined && !unseeable.includes(step));
}

/** A case closes on proof: everything that can be seen was, and something was. */
export function isProven(follow: RecoveryFollowUp): boolean {
  return openSteps(follow).length === 0 && Object.keys(follow.seen).length > 0;
}

/** What the person does themselves; the rest is for the jobs and for administrators. */
export const stepsOfPerson: readonly RecoveryStep[] = ['newMethod', 'signedIn', 'secondMethod', 'oldRemoved'];

/** What a look that proved nothing leads to. */
export function afterLook(
  follow: RecoveryFollowUp,
  now: number,
): { readonly tell: 'nobody' | 'person' | 'staff'; readonly nextAt: number | undefined } {
  const age = now - follow.createdAt;
  const nextAt = age < endsAfterMs ? now + pauseMs(follow.looks) : undefined;
  if (age >= staffAfterMs && follow.staffToldAt === undefined) return { tell: 'staff', nextAt };
  const due = remindersAfterMs[follow.reminders];
  const forPerson = openSteps(follow).some((step) => stepsOfPerson.includes(step));
  const remind = due !== undefined && age >= due && forPerson && follow.staffToldAt === undefined;
  return { tell: remind ? 'person' : 'nobody', nextAt };
}

/** Often while the person sits there, seldom later. */
function pauseMs(looks: number): number {
  if (looks < 15) return minuteMs;
  if (looks < 40) return 10 * minuteMs;
  if (looks < 100) return hourMs;
  return 6 * hourMs;
}
