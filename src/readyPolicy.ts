import { readFileSync } from 'node:fs';
import { checkPolicy } from './cases/policy/checkPolicy';
import type { Compiled } from './compiledYaml';
import type { PolicyRead } from './readPolicy';

/**
 * The policy as the build compiled it, checked like any other. A file that is another one than at the build, or in which
 * anything is wrong, is read itself, by `parse`.
 * @throws Error that names everything that is wrong with the policy, each with its line (SECURITY S30)
 */
export async function readyPolicy(
  file: string,
  compiled: Compiled,
  parse: (file: string) => Promise<PolicyRead>,
): Promise<PolicyRead> {
  const text = readFileSync(file, 'utf8');
  const read = checkPolicy(compiled(text));
  return read.ok ? { policy: read.policy, text } : parse(file);
}
