/** Ends a command quietly where nobody reads on, as behind `| head`: that is no fault. */
export function stopWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** One line to whoever called the command. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says why a command did not do its work, and has it end with 1. */
export function fail(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
