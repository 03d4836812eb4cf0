type StartProblemCode = 'port-in-use' | 'port-forbidden' | 'address-unknown';

/** Why the server cannot start, in words for the person who starts it. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly code: StartProblemCode;

  constructor(code: StartProblemCode, message: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
