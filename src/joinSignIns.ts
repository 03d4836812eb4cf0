import type { RemedyRequest } from './cases/remedyRequest';
import type { Config } from './config';
import { confirmCredentialOf } from './configParts';
import { delegatedCredential } from './graph/delegatedCredential';
import { createEntraSignIn } from './graph/entraSignIn';
import { graphAccountRemedies } from './graph/graphAccountRemedies';
import { createGraphClient, graphResource } from './graph/graphClient';
import { createMemoryDelegatedTokens } from './graph/memoryDelegatedTokens';
import type { Redaction } from './log';
import { createBrowserSignIns } from './pages/browserSignIns';
import { straightOn } from './pages/straightOn';
import { mountPages } from './pages/mountPages';
import type { PassLocker } from './ports/passLocker';
import { unlessDryRun } from './unlessDryRun';
import { redactPasses } from './redactPasses';
import { readRemedyPermissions } from './remedyPermissions';
import type { Secret } from './secret';
import { confirmBySignIn } from './usecases/confirmBySignIn';
import { findConfirmation } from './usecases/findConfirmation';
import { findNotMeLink, reportNotMe } from './usecases/reportNotMe';
import { recordPassShown } from './usecases/recordPassShown';
import type { RequestDeps } from './usecases/requestDeps';
import { readRequesterName } from './usecases/readRequesterName';
import type { RequestWorkerDeps } from './worker/requestWorkerDeps';

interface Joined {
  readonly pages: ReturnType<typeof mountPages>;
  readonly confirmLink: (token: string) => string;
  /** Told where the server listens, gives what jobs need: links to our pages, and remedies in approvers' names. */
  forJobs(listeningAt: string): Required<Pick<RequestWorkerDeps, 'delegated' | 'publicUrl'>>;
}

/** People's sign-ins: the pages that ask for them, and the approvers' tokens that come of them. */
export function joinSignIns(deps: {
  readonly config: Config;
  readonly requests: RequestDeps;
  readonly locker: PassLocker;
  readonly redaction: Redaction;
  readonly projectRoot: string;
  readonly graphTimeoutMs: number;
  /** Monban's own line to Graph: an administrator's own may be shown masked numbers. */
  readonly reader: Parameters<typeof graphAccountRemedies>[0];
}): Joined {
  const { config, graphTimeoutMs, locker, redaction, requests } = deps;
  const { log } = requests;
  let publicUrl = config.MONBAN_PUBLIC_URL?.replace(/\/$/u, '') ?? '';
  const { confirmation } = requests.approvals.policy;
  const permissions = readRemedyPermissions(deps.projectRoot);
  const tokens = createMemoryDelegatedTokens({ clock: requests.clock, capacity: 500 });
  const baseUrl = config.MONBAN_GRAPH_URL;
  const signIn = createEntraSignIn({
    credential: confirmCredentialOf(config),
    redirectUri: () => `${publicUrl}/confirm/callback`,
    graphScope: graphResource(baseUrl),
    timeoutMs: graphTimeoutMs,
  });
  const ownName = ({ remedy }: RemedyRequest) => config.MONBAN_APPLICATION_REMEDIES.includes(remedy);
  const delegated = {
    tokens,
    remediesWith: (token: Secret) => {
      const credential = delegatedCredential(token);
      const client = createGraphClient({ baseUrl, credential, log, timeoutMs: graphTimeoutMs });
      return unlessDryRun(
        config.MONBAN_DRY_RUN,
        redactPasses(graphAccountRemedies(client, deps.reader), redaction),
      );
    },
  };
  return {
    confirmLink: (token) => `${publicUrl}/confirm/${token}${straightOn}`,
    forJobs: (listeningAt) => {
      publicUrl ||= listeningAt;
      return { publicUrl, delegated };
    },
    pages: mountPages({
      signIn,
      signIns: createBrowserSignIns({ clock: requests.clock }),
      clock: requests.clock,
      isSecure: config.MONBAN_PUBLIC_URL?.startsWith('https:') === true,
      authContext: confirmation.authContexts[0],
      find: (token) => findConfirmation(requests, token),
      confirm: (token, signedIn) => confirmBySignIn({ ...requests, tokens, confirmation }, token, signedIn),
      findNotMe: (token) => findNotMeLink(requests, token),
      reportNotMe: (token) => reportNotMe(requests, token),
      helpdeskContact: requests.helpdeskContact,
      requesterName: (request) => readRequesterName(requests.directory, request),
      permissionsFor: (request) => (ownName(request) ? [] : permissions[request.remedy]),
      locker,
      mayShow: (requestId) => recordPassShown(requests, requestId),
      log,
    }),
  };
}
