import { randomUUID } from 'node:crypto';
import { readConfig, type Config } from './config';
import { secretsOf } from './configParts';
import { guardOutgoing } from './guardOutgoing';
import { createLog, createRedaction, type Log, type Redaction } from './log';
import { outgoingHosts } from './outgoingHosts';
import { StartProblem } from './startProblem';

/** Runs what `start` starts by the environment's settings until it is told to stop. */
export async function runBySettings(
  start: (config: Config, log: Log, redaction: Redaction) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    process.stderr.write(
      `Monban cannot start. Please mend these settings (each is explained in .env.example):\n`,
    );
    process.stderr.write(read.problems.map((problem) => `  - ${problem}\n`).join(''));
    process.exitCode = 1;
    return;
  }
  const redaction = createRedaction();
  for (const secret of secretsOf(read.config)) redaction.add(secret);
  const log = createLog({ level: read.config.MONBAN_LOG_LEVEL, redaction });
  guardOutgoing(outgoingHosts(read.config, process.env), (host) => {
    log.error({ host }, 'connection refused: the host is in no setting');
  });
  const stopTelemetry = await tellCollector(read.config.MONBAN_OTLP_URL);
  try {
    const running = await start(read.config, log, redaction);
    const stopAll = async (): Promise<void> => {
      await running.close();
      await stopTelemetry();
      // The channel to a parent process would keep this one alive.
      if (process.connected) process.disconnect();
    };
    let stopped: Promise<void> | undefined;
    // Once: what ends the parent process often sends a signal as well.
    const stop = (): Promise<void> => (stopped ??= stopAll());
    // 'disconnect': a parent process, as the sandbox is one, has gone and cannot stop us any more.
    for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
      process.once(signal, () => void stop());
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    if (!(thrown instanceof StartProblem)) log.fatal({ err: thrown }, 'start failed');
    process.stderr.write(`Monban cannot start: ${thrown.message}\n`);
    process.exitCode = 1;
  }
}

/** Loaded only where there is a collector: it is a tenth of what a start takes. */
async function tellCollector(url: string | undefined): Promise<() => Promise<void>> {
  if (url === undefined) return () => Promise.resolve();
  const { otlpExporters, startTelemetry } = await import('./startTelemetry.js');
  return startTelemetry({ exporters: otlpExporters(url), instance: randomUUID() });
}
