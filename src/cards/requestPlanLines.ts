import type { Language } from '../cases/language';
import type { PlannedMethod, PlanOf, RemedyKind } from '../cases/remedyPlan';
import { requestText } from '../text/requestText';
import { plainLine } from './plainText';

type RequestWords = (typeof requestText)[Language];

/** How a kind of plan is told: what it changes, line by line in the order in which it is done, and what it leaves alone. */
interface PlanLines<Kind extends RemedyKind> {
  changes(plan: PlanOf<Kind>, text: RequestWords, name: (method: PlannedMethod) => string): readonly string[];
  stays(plan: PlanOf<Kind>, text: RequestWords, name: (method: PlannedMethod) => string): readonly string[];
}

const planLines: { readonly [Kind in RemedyKind]: PlanLines<Kind> } = {
  'require-mfa-reregistration': { changes: removals, stays: whatIsKept },
  'issue-temporary-access-pass': {
    changes: (plan, text) => [
      text.issuesPass(plan.lifetimeInMinutes),
      text.passShownTo[plan.shownTo ?? 'approver'],
      ...(plan.replacesPassId === undefined ? [] : [text.replacesPass]),
      ...(plan.deletedByHand === undefined ? [] : [text.passDeletedByHand]),
    ],
    stays: (_plan, text) => [text.passwordStays],
  },
  'mend-phone-number': {
    changes: ({ phone, becomes, movesTo }, text, name) => [
      ...(becomes === undefined ? [] : [text.mendsNumber(name(phone), becomes)]),
      ...(movesTo === undefined ? [] : [text.movesNumber(name(phone), text.method[movesTo])]),
    ],
    stays: (_plan, text) => [text.passwordStays],
  },
  'remove-one-method': { changes: removals, stays: whatIsKept },
  'exclude-for-a-time': {
    changes: ({ groupName, minutes, restoresItself }, text) => [
      text.excludes(plainLine(groupName, 60), text.minutes(minutes)),
      text.restores[restoresItself ? 'byItself' : 'byHand'],
    ],
    stays: (_plan, text) => [text.passwordStays],
  },
  'dismiss-user-risk': {
    changes: ({ level }, text) => [text.dismissesRisk(text.riskLevel(level))],
    stays: (_plan, text) => [text.passwordStays, text.perUserMfaStays],
  },
  'confirm-user-risk': {
    changes: (_plan, text) => [text.confirmsRisk],
    stays: (_plan, text) => [text.passwordStays],
  },
  'enable-account': {
    changes: (_plan, text) => [text.enablesAccount],
    stays: (_plan, text) => [text.passwordStays, text.perUserMfaStays],
  },
  'revoke-sessions': {
    changes: (_plan, text) => [text.signsOutEverywhere],
    stays: (_plan, text) => [text.passwordStays],
  },
};

type Removal = PlanOf<'require-mfa-reregistration' | 'remove-one-method'>;

function removals(
  plan: Removal,
  text: RequestWords,
  name: (method: PlannedMethod) => string,
): readonly string[] {
  const removed = plan.remove.map((method) => text.removes(name(method)));
  return plan.revokeSessions ? [...removed, text.signsOutEverywhere] : removed;
}

/** The password is always named: it is what people ask about. */
function whatIsKept(
  { keep }: Removal,
  text: RequestWords,
  name: (method: PlannedMethod) => string,
): readonly string[] {
  return [text.method.password, ...keep.filter(({ kind }) => kind !== 'password').map(name)];
}

/** Exactly what a plan changes, one line each, in the order in which it is done. */
export function whatChanges<Kind extends RemedyKind>(
  plan: PlanOf<Kind>,
  language: Language,
): readonly string[] {
  return planLines[plan.remedy].changes(plan, requestText[language], (method) =>
    methodName(method, language),
  );
}

/** What a plan leaves alone. */
export function whatStays<Kind extends RemedyKind>(
  plan: PlanOf<Kind>,
  language: Language,
): readonly string[] {
  return planLines[plan.remedy].stays(plan, requestText[language], (method) => methodName(method, language));
}

/** A method in words. Its label comes from a device or a directory and is never trusted; made for a TextRun. */
export function methodName(method: PlannedMethod, language: Language): string {
  const text = requestText[language];
  const notes = [
    ...(method.label === undefined ? [] : [plainLine(method.label, 60)]),
    ...(method.isDefault ? [text.defaultMethod] : []),
  ];
  const name = text.method[method.phoneType ?? method.kind];
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}
