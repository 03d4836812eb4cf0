import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod/v4';
import type { OutsidePerson } from '../../commands/outsideChat';
import { startEntraStandIn } from '../entra/startEntraStandIn';
import { personId, tenantIds } from '../tenant/tenantIds';
import { startLoadedTeams, type LoadedTeams } from './loadedTeams';
import { startMeasuredBot, type MeasuredBot } from './measuredBot';

const graphSchema = z.object({
  url: z.string(),
  tenantId: z.string(),
  botId: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), language: z.enum(['ja', 'en']) })),
});

/** Everything around bots that are measured: a tenant with many people, sign-in, and Teams. */
export interface BenchWorld {
  readonly tenantId: string;
  readonly people: readonly OutsidePerson[];
  readonly teams: LoadedTeams;
  /** Starts Monban, or the bot whose entry is named, in a folder of its own. */
  startBot(wish?: {
    readonly entry?: string;
    readonly settings?: Readonly<Record<string, string>>;
    readonly nodeOptions?: readonly string[];
    /** A folder of its own where absent. */
    readonly folder?: string;
  }): Promise<MeasuredBot>;
  /** An empty folder that goes with the world. */
  newFolder(): string;
  close(): Promise<void>;
}

/** Starts it. Whatever is started in it ends with `close`. */
export async function startBenchWorld(size: { readonly people: number }): Promise<BenchWorld> {
  const root = mkdtempSync(path.join(tmpdir(), 'monban-bench-'));
  const other = new Worker(path.join(__dirname, 'graphThread.js'), { workerData: size });
  const graph = graphSchema.parse((await once(other, 'message'))[0]);
  const { botId, people, tenantId } = graph;
  const clientSecret = 'a-secret-of-this-run-only';
  const entra = await startEntraStandIn({ tenantId, clientId: botId, clientSecret, clock: Date.now });
  const teams = await startLoadedTeams({ tenantId, botId });
  const bots: MeasuredBot[] = [];
  let folders = 0;

  const newFolder = (): string => {
    const folder = path.join(root, String(++folders));
    mkdirSync(folder);
    return folder;
  };
  const settings = {
    MONBAN_TENANT_ID: tenantId,
    MONBAN_BOT_APP_ID: botId,
    MONBAN_CLIENT_SECRET: clientSecret,
    MONBAN_AUTHORITY_HOST: entra.url,
    MONBAN_GRAPH_URL: graph.url,
    MONBAN_PORT: '0',
    MONBAN_STAFF_CHANNEL_ID: '19:helpdesk@thread.tacv2',
    MONBAN_APPROVER_IDS: personId(21),
    MONBAN_BREAK_GLASS_IDS: personId(90),
    MONBAN_EXCLUSION_GROUP_ID: tenantIds.exclusionGroup,
    ...teams.settings,
  };
  return {
    tenantId,
    people,
    teams,
    newFolder,
    async startBot({ entry, folder = newFolder(), nodeOptions = [], settings: more = {} } = {}) {
      const bot = await startMeasuredBot({
        settings: { ...settings, ...more },
        folder,
        caPem: entra.caPem,
        nodeOptions,
        ...(entry === undefined ? {} : { entry }),
        onError: (line) => process.stderr.write(`${line}\n`),
      });
      bots.push(bot);
      return bot;
    },
    async close() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await Promise.all([entra.close(), teams.close(), other.terminate()]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
