type StartProblemCode =
  | 'port-in-use'
  | 'port-forbidden'
  | 'address-unknown'
  | 'database-unreachable' // nothing answers there, or not in time
  | 'database-forbidden' // the account may not log in, read, write or make tables
  | 'database-missing' // the server has no such database, the path leads nowhere
  | 'database-unfit' // an old engine, a network disk, a file that is something else
  | 'database-newer' // a newer Monban has written there
  | 'database-older'; // an older one has, and whoever only looks migrates nothing

/** Why Monban cannot start, in words for the person who starts it. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly code: StartProblemCode;

  constructor(code: StartProblemCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
