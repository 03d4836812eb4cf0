import type { Language } from '../cases/language';
import type { PlannedMethod, RemedyPlan } from '../cases/remedyPlan';
import { requestText } from '../text/requestText';
import { plainLine } from './plainText';

/** Exactly what a plan changes, one line each, in the order in which it is done. */
export function whatChanges(plan: RemedyPlan, language: Language): readonly string[] {
  const text = requestText[language];
  if (plan.remedy === 'issue-temporary-access-pass') {
    const issued = text.issuesPass(plan.lifetimeInMinutes);
    return plan.replacesPassId === undefined ? [issued] : [issued, text.replacesPass];
  }
  const removed = plan.remove.map((method) => text.removes(methodName(method, language)));
  return plan.revokeSessions ? [...removed, text.signsOutEverywhere] : removed;
}

/** What a plan leaves alone. The password is always named: it is what people ask about. */
export function whatStays(plan: RemedyPlan, language: Language): readonly string[] {
  const text = requestText[language];
  if (plan.remedy === 'issue-temporary-access-pass') return [text.passwordStays];
  const kept = plan.keep
    .filter(({ kind }) => kind !== 'password')
    .map((method) => methodName(method, language));
  return [text.method.password, ...kept];
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
