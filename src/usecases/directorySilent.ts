import type { Logger } from 'pino';
import { isFault } from '../faults';

/**
 * For `.catch()`: the directory or the sign-in to it does not answer, so nothing was decided and nothing changed.
 * That is the tenant's weather, to be told in plain words; anything else thrown goes on being thrown.
 */
export function directorySilent(log: Logger): (thrown: unknown) => 'directorySilent' {
  return (thrown) => {
    if (!isFault(thrown) || !/^(graph|entra)-/u.test(thrown.code)) throw thrown;
    log.warn({ fault: thrown.code, status: thrown.status }, 'the directory did not answer');
    return 'directorySilent';
  };
}
