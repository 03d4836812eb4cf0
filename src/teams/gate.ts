import type { Activity } from 'botbuilder';
import { isPlausibleToken } from './bearerToken';
import { readActivity, type ReliedOn } from './incomingActivity';
import { isLoopbackAddress, isLoopbackHost } from './loopback';
import { isAllowedServiceUrl } from './serviceUrls';
import type { TeamsSettings } from './teamsSettings';

/** What the gate knows of a request to `/api/messages`. */
export interface RequestFacts {
  readonly authorization: string | undefined;
  /** The socket's address, never a header's. */
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  /** A proxy or tunnel passed it on, so the socket's address says nothing of the sender. */
  readonly forwarded: boolean;
  readonly body: unknown;
}

/** Why a request is refused. For the log; the caller is told the status only. */
type GateRefusal =
  | 'token-missing-or-foreign'
  | 'activity-malformed'
  | 'channel-unknown'
  | 'service-url-not-allowed'
  | 'tenant-absent'
  | 'tenant-foreign'
  | 'sender-not-a-person'
  | 'sender-without-object-id';

/** An activity that may go on to the Bot Framework, which verifies its token unless there is none. */
export interface AdmittedActivity {
  readonly activity: Activity;
  /** Absent in `--open` only. */
  readonly authorization: string | undefined;
}

type GateVerdict =
  | ({ readonly verdict: 'admitted' } & AdmittedActivity)
  | { readonly verdict: 'refused'; readonly status: 400 | 401 | 403; readonly why: GateRefusal };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Decides whether a request reaches the Bot Framework at all (SECURITY S17, S18). Pure. */
export function judgeRequest(facts: RequestFacts, settings: TeamsSettings): GateVerdict {
  const unauthenticated = facts.authorization === undefined;
  const open = settings.open && unauthenticated && cameFromThisMachine(facts);
  if (!open && !isPlausibleToken(facts.authorization, settings))
    return refused(401, 'token-missing-or-foreign');

  const read = readActivity(facts.body);
  if (!read) return refused(400, 'activity-malformed');
  const why = reasonAgainst(read.relied, settings);
  if (why) return refused(403, why);
  return { verdict: 'admitted', activity: read.activity, authorization: facts.authorization };
}

function refused(status: 400 | 401 | 403, why: GateRefusal): GateVerdict {
  return { verdict: 'refused', status, why };
}

/** A tunnel's or a browser page's request also arrives over loopback: both give themselves away by their headers. */
function cameFromThisMachine(facts: RequestFacts): boolean {
  if (facts.forwarded || facts.remoteAddress === undefined) return false;
  const host = URL.parse(`http://${facts.host ?? ''}`);
  return isLoopbackAddress(facts.remoteAddress) && host !== null && isLoopbackHost(host.hostname);
}

function reasonAgainst(activity: ReliedOn, settings: TeamsSettings): GateRefusal | undefined {
  const channels = settings.open ? ['msteams', 'emulator'] : ['msteams'];
  if (!channels.includes(activity.channelId)) return 'channel-unknown';
  if (!isAllowedServiceUrl(activity.serviceUrl, settings)) return 'service-url-not-allowed';
  return reasonAgainstTenant(activity, settings.tenantId) ?? reasonAgainstSender(activity);
}

/** Teams names the tenant in one place or in both; each that is there has to be ours. */
function reasonAgainstTenant(activity: ReliedOn, tenantId: string): GateRefusal | undefined {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(
    (id) => typeof id === 'string',
  );
  if (named.length === 0) return 'tenant-absent';
  return named.every((id) => id.toLowerCase() === tenantId.toLowerCase()) ? undefined : 'tenant-foreign';
}

function reasonAgainstSender(activity: ReliedOn): GateRefusal | undefined {
  if (activity.from.role === 'bot' || activity.from.role === 'skill') return 'sender-not-a-person';
  const isOnesOwnDoing = activity.type === 'message' || activity.type === 'invoke';
  return isOnesOwnDoing && !guid.test(activity.from.aadObjectId ?? '')
    ? 'sender-without-object-id'
    : undefined;
}
