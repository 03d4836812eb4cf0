import { randomUUID } from 'node:crypto';
import type { Config } from './config';
import { staffChannelOf, staffNamed } from './configParts';
import { joinEvidence } from './joinEvidence';
import type { Inbox } from './ports/inbox';
import type { Roster } from './ports/roster';
import type { TenantEvidence } from './ports/tenantEvidence';
import type { BotStateStorage } from './storage/botState';
import { createActivitiesInHand } from './teams/activityInHand';
import { BotAdapter } from './teams/botAdapter';
import { createBotApp } from './teams/botApp';
import type { BotAuthentication } from './teams/botAuthentication';
import { createIsStaff } from './teams/isStaff';
import { type ActivityProcess, createProcessActivity } from './teams/processActivity';
import { createRunTriage } from './teams/runTriage';
import type { BotAppDeps } from './teams/turn';
import type { TurnQueue } from './teams/turnQueue';
import { replyLater } from './usecases/replyLater';
import type { RequestDeps } from './usecases/requestDeps';

interface BotParts extends Pick<BotAppDeps, 'confirmLink' | 'knowledge' | 'templates'> {
  readonly authentication: BotAuthentication;
  readonly evidence: TenantEvidence;
  readonly roster: Roster;
  readonly queue: TurnQueue;
  readonly today: () => string;
}

/** The way of an activity: adapter, queue of its conversation, routes, triage dialog. */
export function joinBot(
  config: Config,
  parts: BotParts,
  requests: RequestDeps,
  { botState: storage, inbox }: { readonly botState: BotStateStorage; readonly inbox: Inbox },
): ActivityProcess {
  const { clock, log, store } = requests;
  const staffChannel = staffChannelOf(config);
  const runTriage = createRunTriage({
    ...requests,
    ...parts,
    tenantId: config.MONBAN_TENANT_ID,
    staffChannel,
    helpdeskContact: config.MONBAN_HELPDESK_CONTACT,
    readEvidence: joinEvidence({ ...requests, ...parts }),
    telecomProvider: config.MONBAN_TELECOM_PROVIDER,
  });
  const isStaff = createIsStaff({ ...parts, staffChannel, named: staffNamed(config), log });
  const inHand = createActivitiesInHand({ inbox, clock, log, newHolder: randomUUID });
  const app = createBotApp({
    ...parts,
    storage,
    inHand,
    store,
    clock,
    requests,
    runTriage,
    staffChannel,
    isStaff,
    log,
  });
  return createProcessActivity({
    adapter: new BotAdapter(parts.authentication),
    queue: parts.queue,
    run: (context) => app.run(context),
    inHand,
    log,
    newTurnId: randomUUID,
    undelivered: (reply) => replyLater(store, reply),
  });
}
