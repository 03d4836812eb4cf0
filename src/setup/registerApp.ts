import { applyRegistration, findRegistration } from './graphRegistration';
import {
  applicationPermissions,
  delegatedPermissions,
  isCapability,
  readPermissionList,
} from './permissionList';
import { consentLink, registrationProblems, type WantedRegistration } from './registration';

/** Where Entra sends an approver's browser back to; a page of Monban's own. */
const redirectPath = '/confirm/callback';

export interface RegisterWish {
  readonly client: Parameters<typeof findRegistration>[0];
  readonly projectRoot: string;
  readonly authorityHost: string;
  readonly tenant: string;
  /** Monban's public address. */
  readonly url: string;
  readonly name: string;
  /** The client id of an app that is there; without it the app is looked for by its name. */
  readonly app?: string | undefined;
  /** The object id of a managed identity that is to act as the app. */
  readonly federate?: string | undefined;
  /** Remedies that Monban may run with its own permission, and steps that it may take later by itself. */
  readonly remedies: readonly string[];
  readonly apply: boolean;
}

interface Outcome {
  readonly lines: readonly string[];
  /** Whether nothing is left to do. */
  readonly right: boolean;
}

/** Looks at the app registration and, where that is wished, makes or mends it; says what is left to do and how. */
export async function registerApp(wish: RegisterWish): Promise<Outcome> {
  const list = readPermissionList(wish.projectRoot);
  const unknown = wish.remedies.filter((kind) => !isCapability(list, kind));
  if (unknown.length > 0) {
    const known = Object.keys(list.remedies).join(', ');
    return { lines: [`--remedies: ${unknown.join(', ')} is no remedy; there are ${known}`], right: false };
  }
  const wanted: WantedRegistration = {
    displayName: wish.name,
    graphAppId: list.resourceAppId,
    application: applicationPermissions(list, wish.remedies),
    delegated: delegatedPermissions(list),
    redirectUri: new URL(redirectPath, wish.url).href,
    federated:
      wish.federate === undefined
        ? undefined
        : {
            issuer: `${wish.authorityHost.replace(/\/$/u, '')}/${wish.tenant}/v2.0`,
            subject: wish.federate,
          },
  };
  const by = wish.app === undefined ? { displayName: wish.name } : { appId: wish.app };
  const before = await findRegistration(wish.client, by);
  if (before === undefined && wish.app !== undefined) {
    return { lines: [`There is no app ${wish.app} in this tenant.`], right: false };
  }
  if (wish.apply) await applyRegistration(wish.client, wanted, before);
  const found = wish.apply ? await findRegistration(wish.client, by) : before;
  if (found === undefined) {
    return { lines: ['There is no such app yet. Run it again with --apply to make it.'], right: false };
  }
  return report(wish, wanted, found);
}

const hints = { apply: 'run with --apply', consent: 'needs consent, see below', hand: 'by hand' };

function report(
  wish: RegisterWish,
  wanted: WantedRegistration,
  found: NonNullable<Awaited<ReturnType<typeof findRegistration>>>,
): Outcome {
  const problems = registrationProblems(wanted, found);
  const needsConsent = problems.some(({ mendedBy }) => mendedBy === 'consent');
  const link = consentLink(wish.authorityHost, wish.tenant, found.appId);
  return {
    right: problems.length === 0,
    lines: [
      `App ${wish.name}: client id ${found.appId} (MONBAN_BOT_APP_ID)`,
      ...problems.map(({ what, mendedBy }) => `- ${what} (${hints[mendedBy]})`),
      ...(needsConsent ? ['A Privileged Role Administrator grants what is missing here:', link] : []),
      ...(problems.length === 0
        ? ['Everything is as it is to be; nothing more is granted than needed.']
        : []),
    ],
  };
}
