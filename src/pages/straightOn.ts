import type { Request } from 'restify';

/** On the link of a card that was pressed a moment ago: its reader has just read what it is about, and goes on to sign in. */
export const straightOn = '?go=sign-in';

export function goesStraightOn(request: Request): boolean {
  return new URLSearchParams(request.getQuery()).get('go') === 'sign-in';
}
