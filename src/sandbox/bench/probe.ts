import { usageQuestion } from './usageQuestion';

/**
 * Loaded before a bot that is measured (`node --require`): tells, over the process's channel, what the process has used.
 * The bot itself knows nothing of it.
 */
process.on('message', (question) => {
  if (question !== usageQuestion) return;
  // Twice: what the first round lets go of may hold others.
  globalThis.gc?.();
  globalThis.gc?.();
  const { system, user } = process.cpuUsage();
  const { external, heapTotal, heapUsed, rss } = process.memoryUsage();
  process.send?.({ cpuMicros: system + user, heapUsed, heapTotal, external, rss });
});
