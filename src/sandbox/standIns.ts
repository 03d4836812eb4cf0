import path from 'node:path';
import type { Clock } from '../ports/clock';
import { applicationPermissions, readPermissionList } from '../setup/permissionList';
import { startEntraStandIn, type EntraStandIn } from './entra/startEntraStandIn';
import { readListedCalls } from './graph/listedCalls';
import { startGraphStandIn } from './graph/startGraphStandIn';
import type { GraphStandIn } from './graph/graphStandInOptions';
import { startTeamsStandIn } from './teams/startTeamsStandIn';
import type { TeamsStandIn } from './teams/teamsStandInOptions';
import { registerNext } from './tenant/registerNext';
import { describeMethods, describePeople } from './tenant/describePeople';
import { createTenant, type Tenant } from './tenant/tenant';
import { personId, tenantIds } from './tenant/tenantIds';

/** 0 takes any free port. */
export interface StandInPorts {
  readonly chat: number;
  readonly graph: number;
  readonly entra: number;
}

export interface StandIns {
  readonly tenant: Tenant;
  readonly chatUrl: string;
  readonly graphUrl: string;
  readonly entraUrl: string;
  readonly caPem: string;
  readonly graph: GraphStandIn;
  /** The settings by which Monban finds the stand-ins instead of the cloud. */
  readonly settings: Readonly<Record<string, string>>;
  /** Tells the Teams stand-in where the bot is, once that is known. */
  useBot(url: string): void;
  close(): Promise<void>;
}

/** The seed's administrators who may manage methods, and its emergency account. */
const approverNumbers = [21, 22, 23, 26];
const breakGlassNumber = 90;
/** Its helpdesk. */
const onCallNumbers = [24, 25];

const projectRoot = path.resolve(__dirname, '../..');

const staffChannel = { id: '19:helpdesk@thread.tacv2', name: 'IT Helpdesk' };

interface StandInOptions {
  readonly ports: StandInPorts;
  readonly clock: Clock;
  readonly clientSecret: string;
  /** What every pass's value starts with, so that a test can look for it everywhere. */
  readonly passPrefix?: string;
  /** Remedies and later steps for which the simulated administrator let the app itself have the permissions: none, as by default. */
  readonly ownPermission?: readonly string[];
}

type Closer = () => Promise<void>;

/** Starts what stands in for the cloud: Graph, Entra's sign-in, and Teams, around one simulated tenant. */
export async function startStandIns(options: StandInOptions): Promise<StandIns> {
  const closers: Closer[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(closers.map((closer) => closer()));
  };
  try {
    return { ...(await startAll(options, closers)), close };
  } catch (thrown) {
    // Those that came up before one could not must not keep the process alive.
    await close();
    throw thrown;
  }
}

async function startAll(options: StandInOptions, closers: Closer[]): Promise<Omit<StandIns, 'close'>> {
  const { clientSecret, clock, ownPermission = [], passPrefix, ports } = options;
  const tenant = createTenant({ clock, ...(passPrefix === undefined ? {} : { passPrefix }) });
  const { botId, tenantId } = tenant;
  const app = { tenantId, clientId: botId, clientSecret };
  const entra = await startEntraStandIn({
    port: ports.entra,
    clock,
    accounts: () => tenant.accounts,
    permissions: applicationPermissions(readPermissionList(projectRoot), ownPermission).map(
      ({ name }) => name,
    ),
    ...app,
  });
  closers.push(() => entra.close());
  const verifyToken = (token: string) => entra.verifyGraphToken(token);
  const graph = await startGraphStandIn({
    port: ports.graph,
    tenant,
    verifyToken,
    isListed: readListedCalls(),
  });
  closers.push(() => graph.close());
  let botUrl = 'http://127.0.0.1:3978';
  const teams = await startTeamsStandIn({
    port: ports.chat,
    tenantId,
    botAppId: botId,
    botName: 'Monban',
    botEndpoint: () => `${botUrl}/api/messages`,
    people: () => describePeople(tenant),
    staffChannel,
    verifyConnectorToken: (token) => entra.verifyConnectorToken(token) !== undefined,
    clock,
    registerMethod: (personId) => {
      const account = tenant.find(personId);
      if (account !== undefined) registerNext(tenant, account);
      return account !== undefined;
    },
    methodsOf: (personId) => {
      const account = tenant.find(personId);
      return Promise.resolve(account === undefined ? undefined : describeMethods(account));
    },
  });
  closers.push(() => teams.close());
  return {
    tenant,
    chatUrl: teams.url,
    graphUrl: graph.url,
    entraUrl: entra.url,
    caPem: entra.caPem,
    graph,
    settings: settingsFor({ tenant, clientSecret, entra, graph, teams }),
    useBot: (url) => {
      botUrl = url;
    },
  };
}

/** Monban's own settings, with the stand-ins' addresses where the cloud's would be. */
function settingsFor(parts: {
  readonly tenant: Tenant;
  readonly clientSecret: string;
  readonly entra: EntraStandIn;
  readonly graph: GraphStandIn;
  readonly teams: TeamsStandIn;
}): Readonly<Record<string, string>> {
  const { clientSecret, entra, graph, teams, tenant } = parts;
  return {
    MONBAN_TENANT_ID: tenant.tenantId,
    MONBAN_BOT_APP_ID: tenant.botId,
    MONBAN_CLIENT_SECRET: clientSecret,
    MONBAN_AUTHORITY_HOST: entra.url,
    MONBAN_GRAPH_URL: graph.url,
    MONBAN_BOT_TOKEN_ISSUER: teams.issuer,
    MONBAN_BOT_OPENID_METADATA_URL: teams.openIdMetadataUrl,
    MONBAN_SERVICE_URLS: teams.url,
    MONBAN_STAFF_CHANNEL_ID: staffChannel.id,
    MONBAN_STAFF_SERVICE_URL: teams.url,
    // By name, so that each gets the card in their own chat, and by group, as a larger tenant would.
    MONBAN_APPROVER_IDS: approverNumbers.map(personId).join(','),
    MONBAN_APPROVER_GROUP_IDS: tenantIds.approversGroup,
    MONBAN_BREAK_GLASS_IDS: personId(breakGlassNumber),
    MONBAN_STAFF_LANGUAGE: 'ja',
    MONBAN_ON_CALL: onCallNumbers.map((n) => `${personId(n)} always`).join(';'),
    MONBAN_EXCLUSION_GROUP_ID: tenantIds.exclusionGroup,
  };
}
