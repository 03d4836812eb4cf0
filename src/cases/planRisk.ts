import type { PlanOf } from './remedyPlan';
import { isAtRisk, type UserRisk } from './userRisk';

export type RiskRefusal = 'noRisk' | 'riskConfirmedAlready';

/** Plans to take the risk off a person, which only makes sense where there is some. */
export function planRiskDismissal(
  personId: string,
  risk: UserRisk | undefined,
): { ok: true; plan: PlanOf<'dismiss-user-risk'> } | { ok: false; refusal: RiskRefusal } {
  if (!isAtRisk(risk)) return { ok: false, refusal: 'noRisk' };
  return { ok: true, plan: { remedy: 'dismiss-user-risk', personId, level: risk.level, state: risk.state } };
}

/** Plans to say that an account was taken over; it needs no risk that Microsoft has seen. */
export function planRiskConfirmation(
  personId: string,
  risk: UserRisk | undefined,
): { ok: true; plan: PlanOf<'confirm-user-risk'> } | { ok: false; refusal: RiskRefusal } {
  const { level, state } = risk ?? { level: 'none', state: 'none' };
  if (state === 'confirmedCompromised') return { ok: false, refusal: 'riskConfirmedAlready' };
  return { ok: true, plan: { remedy: 'confirm-user-risk', personId, level, state } };
}
