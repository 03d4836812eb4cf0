import path from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config';
import { requestDepsOf, credentialOf, databaseOf, startWarnings, teamsSettingsOf } from './configParts';
import { connectGraph } from './graph/connectGraph';
import { createCredential } from './graph/credential';
import { graphAccountRemedies } from './graph/graphAccountRemedies';
import { graphMailer } from './graph/graphMailer';
import { graphDirectory } from './graph/graphDirectory';
import { joinBot } from './joinBot';
import { startReadingAhead } from './joinEvidence';
import { joinJobs } from './joinJobs';
import { joinSignIns } from './joinSignIns';
import type { Redaction } from './log';
import { ticketPages, withTickets } from './joinTickets';
import { announceStart } from './announceStart';
import { lastTurns } from './lastTurns';
import { createMemoryPassLocker } from './pages/memoryPassLocker';
import { watchParts } from './readiness';
import { readFiles } from './readFiles';
import { unlessDryRun } from './unlessDryRun';
import { redactPasses } from './redactPasses';
import { openStore } from './storage/openStore';
import { BotAuthentication } from './teams/botAuthentication';
import { startServer } from './teams/server';
import { createTeamsRoster } from './teams/teamsRoster';
import { createTeamsMessenger } from './teams/teamsMessenger';
import { createTurnQueue } from './teams/turnQueue';
import { watchCount } from './telemetry';
import { countWaiting } from './usecases/countWaiting';
import { afterBurial } from './usecases/deadLetters';
import { recordPolicy } from './usecases/recordPolicy';
import { scheduleKeepHouse } from './worker/keepHouse';
import { startLanes } from './worker/jobLanes';

/** Two levels up from `src/` and from `dist/` alike. */
const projectRoot = path.resolve(__dirname, '..');

const clock = Date.now.bind(Date);
const today = () => new Date(clock()).toISOString().slice(0, 10);

/** A person waits behind most Graph calls; behind the rest waits a job that is tried again. */
const graphTimeoutMs = 10_000;

/** A running Monban. */
export interface RunningMonban {
  readonly url: string;
  /** Takes nothing new, finishes what runs, and closes the store. */
  close(): Promise<void>;
}

/** Builds every part and joins them. The one place that knows all. */
export async function startMonban(config: Config, log: Logger, redaction: Redaction): Promise<RunningMonban> {
  const parts = { ...(await readFiles(projectRoot, config, today())), ...connect(config, log, redaction) };
  const { MONBAN_TENANT_ID: tenantId } = config;
  const opened = await openStore({ database: databaseOf(config), tenantId, clock, log });
  const { directory, policy } = parts;
  await recordPolicy(opened.store, policy.text);
  const requests = requestDepsOf(config, policy.policy, {
    clock,
    directory,
    log,
    store: withTickets(config, opened.store),
  });
  const locker = createMemoryPassLocker({ clock, capacity: 100 });
  const turns = createTurnQueue({ perConversation: 20, inAll: 1000 });
  const watch = watchParts({ jobs: opened.jobs, clock });
  const signIns = joinSignIns({ ...parts, config, requests, locker, redaction, projectRoot, graphTimeoutMs });
  const bot = joinBot(config, { ...parts, ...signIns, queue: turns, today }, requests, opened);
  const server = await startServer({
    host: config.MONBAN_HOST,
    port: config.MONBAN_PORT,
    settings: teamsSettingsOf(config),
    ready: watch.ready,
    limits: { clock, proxies: config.MONBAN_PROXIES },
    process: bot.process,
    pages: [signIns.pages, ...ticketPages(config, requests)],
    log,
  });
  await scheduleKeepHouse(requests);
  const forJobs = { ...parts, ...opened, ...requests, ...bot, locker, ...signIns.forJobs(server.url) };
  const outbox = startLanes({
    jobs: opened.jobs,
    handlers: joinJobs(config, forJobs),
    clock,
    log,
    pollMs: 1000,
    looked: watch.workerLooked,
    afterBurial,
  });
  opened.whenJobsAdded(() => {
    outbox.wake();
  });
  const unwatch = watchCount('monban.requests.waiting', '{request}', () => countWaiting(opened.store));
  const ahead = startReadingAhead(config, { ...requests, ...parts });
  announceStart(startWarnings(config, parts.policy.policy), server.url, log);
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await lastTurns(turns, graphTimeoutMs);
      unwatch();
      await ahead.stop();
      await outbox.stop();
      await opened.close();
      log.info({}, 'stopped');
    },
  };
}

/** The lines to the outside: Graph and Teams, with one credential. Nothing is asked of them yet. */
function connect(config: Config, log: Logger, redaction: Redaction) {
  const credential = createCredential(credentialOf(config));
  const { client, evidence, signInHistory } = connectGraph({
    baseUrl: config.MONBAN_GRAPH_URL,
    credential,
    log,
    timeoutMs: graphTimeoutMs,
    betaReads: config.MONBAN_BETA_READS,
  });
  const authentication = new BotAuthentication({ settings: teamsSettingsOf(config), credential, clock });
  const connectorFor = (serviceUrl: string) => authentication.connectorFor(serviceUrl);
  const messenger = createTeamsMessenger({ connectorFor });
  const roster = createTeamsRoster({ connectorFor });
  const mailbox = config.MONBAN_NOTICE_MAILBOX;
  return {
    reader: client,
    directory: graphDirectory(client),
    evidence,
    signInHistory,
    remedies: unlessDryRun(config.MONBAN_DRY_RUN, redactPasses(graphAccountRemedies(client), redaction)),
    authentication,
    mailer: mailbox === undefined ? undefined : graphMailer(client, mailbox),
    messenger,
    roster,
  };
}
