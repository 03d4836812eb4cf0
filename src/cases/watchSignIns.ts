/** What of a sign-in is looked at after a remedy. */
export interface WatchedSignIn {
  readonly at: number;
  /** 0 where it went through. */
  readonly errorCode: number;
  readonly app: string | undefined;
  readonly countryOrRegion: string | undefined;
  readonly atRisk: boolean;
  readonly device: {
    readonly operatingSystem: string | undefined;
    readonly browser: string | undefined;
    readonly trustType: string | undefined;
  };
}

/** What is not as it was: somebody else may be in. */
export const watchAlerts = ['newCountry', 'newDeviceAtAdminPortal', 'risingRisk'] as const;
export type WatchAlert = (typeof watchAlerts)[number];

/** Where a tenant is changed, by the names that the sign-in log has. */
const adminPortals: readonly RegExp[] = [
  /azure portal/iu,
  /admin/iu,
  /entra/iu,
  /powershell/iu,
  /azure (?:cli|resource manager)/iu,
  /graph explorer/iu,
];

const levels: readonly string[] = ['none', 'low', 'medium', 'high'];

/**
 * Compares a person's sign-ins before and after a remedy. Somebody of whom nothing was known before raises nothing by a
 * country or a device: there is nothing that they would differ from.
 */
export function watchSignIns(seen: {
  readonly signIns: readonly WatchedSignIn[];
  /** When the remedy was done. */
  readonly since: number;
  readonly riskBefore: string | undefined;
  readonly riskNow: string | undefined;
}): readonly WatchAlert[] {
  const through = seen.signIns.filter(({ errorCode }) => errorCode === 0);
  const before = through.filter(({ at }) => at < seen.since);
  const after = through.filter(({ at }) => at >= seen.since);
  return watchAlerts.filter((alert) => {
    switch (alert) {
      case 'newCountry':
        return isNew(before, after, ({ countryOrRegion }) => countryOrRegion);
      case 'newDeviceAtAdminPortal':
        return isNew(before, after.filter(isAtAdminPortal), deviceOf);
      case 'risingRisk':
        return isRising(seen, before, after);
    }
  });
}

function isNew(
  before: readonly WatchedSignIn[],
  after: readonly WatchedSignIn[],
  what: (signIn: WatchedSignIn) => string | undefined,
): boolean {
  const known = new Set(before.map(what).filter((one) => one !== undefined));
  return known.size > 0 && after.some((one) => what(one) !== undefined && !known.has(what(one) ?? ''));
}

function isAtAdminPortal({ app = '' }: WatchedSignIn): boolean {
  return adminPortals.some((portal) => portal.test(app));
}

/** Versions change by themselves; the kind of system and browser does not. */
function deviceOf({ device }: WatchedSignIn): string | undefined {
  const kind = (text = '') => text.replace(/[\d.\s]+$/u, '').toLowerCase();
  const { browser, operatingSystem, trustType } = device;
  if (operatingSystem === undefined && browser === undefined) return undefined;
  return [kind(operatingSystem), kind(browser), trustType ?? ''].join('|');
}

function isRising(
  { riskBefore, riskNow }: { readonly riskBefore: string | undefined; readonly riskNow: string | undefined },
  before: readonly WatchedSignIn[],
  after: readonly WatchedSignIn[],
): boolean {
  const rose = levels.indexOf(riskNow ?? 'none') > Math.max(0, levels.indexOf(riskBefore ?? 'none'));
  return rose || (after.some(({ atRisk }) => atRisk) && !before.some(({ atRisk }) => atRisk));
}
