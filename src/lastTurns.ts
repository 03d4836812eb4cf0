import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnQueue } from './teams/turnQueue';

/** A turn whose button was answered early goes on after its request has ended; it is waited for as long as Graph may take. */
export async function lastTurns(turns: TurnQueue, longestMs: number): Promise<void> {
  for (let waited = 0; turns.size() > 0 && waited < longestMs; waited += 50) await sleep(50);
}
