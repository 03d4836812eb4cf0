import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { codeOf } from './codeOf';

/** The options of a command line; a mistyped one is a problem in words, with how to call the command. */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
):
  | { readonly values: ReturnType<typeof parseArgs<{ options: Options }>>['values'] }
  | { readonly problem: string } {
  try {
    return { values: parseArgs({ args: [...args], options }).values };
  } catch (error) {
    if (!isWrongArgument(error)) throw error;
    return { problem: `${error.message}. Usage: ${usage}` };
  }
}

function isWrongArgument(error: unknown): error is { readonly message: string } {
  return codeOf(error).startsWith('ERR_PARSE_ARGS');
}
