import path from 'node:path';

/** The policy in the box: safe as it is. */
export function policyInTheBox(projectRoot: string): string {
  return path.join(projectRoot, 'src', 'cases', 'policy', 'approval-policy.yaml');
}
