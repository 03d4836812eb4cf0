import type { AuthenticationMethod } from './authenticationMethod';
import type { PlannedMethod } from './remedyPlan';

/** What a plan keeps of a registered method. */
export function plannedMethod(method: AuthenticationMethod): PlannedMethod {
  return {
    id: method.id,
    kind: method.kind,
    phoneType: method.phoneType,
    label: method.label,
    isDefault: method.isDefault === true,
  };
}

/** The same methods make the same plan, in whatever order the tenant lists them. */
export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
