import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePolicy } from './cases/policy/parsePolicy';
import type { ApprovalPolicy } from './cases/policy/policyTable';

/** The policy with the text it was read from: a digest of the text shows later what was in force. */
export interface PolicyRead {
  readonly policy: ApprovalPolicy;
  readonly text: string;
}

/** @throws Error that names everything that is wrong with the policy, each with its line (SECURITY S30). */
export function readPolicy(file: string): PolicyRead {
  const text = readFileSync(file, 'utf8');
  const read = parsePolicy({ name: path.basename(file), text });
  if (read.ok) return { policy: read.policy, text };
  const problems = read.problems.map(({ file: name, line, message }) => `${name}:${String(line)} ${message}`);
  throw new Error(`the approval policy is not usable:\n${problems.join('\n')}`);
}
