/** A person's risk, in the words of Microsoft Entra ID Protection. */
export interface UserRisk {
  /** none, low, medium, high, hidden. */
  readonly level: string;
  /** none, atRisk, confirmedCompromised, confirmedSafe, remediated, dismissed. */
  readonly state: string;
}

/** Whether risk holds the person back now. */
export function isAtRisk(risk: UserRisk | undefined): risk is UserRisk {
  return risk?.state === 'atRisk' || risk?.state === 'confirmedCompromised';
}
