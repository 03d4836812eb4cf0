import path from 'node:path';
import { z } from 'zod/v4';
import { usageQuestion } from './usageQuestion';
import { startBotProcess, type BotProcess } from '../botProcess';

const usageSchema = z.object({
  cpuMicros: z.number(),
  heapUsed: z.number(),
  heapTotal: z.number(),
  external: z.number(),
  rss: z.number(),
});

/** What a process has used so far, by its own account. */
export type Usage = z.infer<typeof usageSchema>;

export interface MeasuredBot extends BotProcess {
  usage(): Promise<Usage>;
}

/** Starts a bot with the probe in it. */
export async function startMeasuredBot(
  options: Omit<Parameters<typeof startBotProcess>[0], 'nodeOptions'> & {
    readonly nodeOptions?: readonly string[];
  },
): Promise<MeasuredBot> {
  const nodeOptions = ['--require', path.join(__dirname, 'probe.js'), ...(options.nodeOptions ?? [])];
  const bot = await startBotProcess({ ...options, nodeOptions });
  return { ...bot, usage: async () => usageSchema.parse(await bot.ask(usageQuestion)) };
}

/** The bare bot, built. */
export const echoEntry = path.join(__dirname, 'echoBot.js');
