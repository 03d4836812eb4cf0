import type { Case } from './case';
import { standingRedFlags } from './redFlags';
import { botIsSilent } from './whoHasIt';

/**
 * Whether the bot has to be silent in a case: somebody of the staff has it in hand, or security has to decide first
 * (SECURITY S27). Timers look again when they are due.
 */
export function isInHand(found: Pick<Case, 'ownerId' | 'state' | 'redFlags' | 'flagsCleared'>): boolean {
  return botIsSilent(found) || standingRedFlags(found).length > 0;
}
