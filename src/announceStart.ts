import type { Logger } from 'pino';

/** Says what settings leave off, and where Monban listens. */
export function announceStart(warnings: readonly string[], url: string, log: Logger): void {
  for (const warning of warnings) log.warn({ warning }, 'settings leave something off');
  log.info({ url }, 'listening');
}
