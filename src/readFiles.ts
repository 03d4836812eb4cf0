import path from 'node:path';
import { loadTemplates } from './cards/loadTemplates';
import { readCompiledYaml } from './compiledYaml';
import type { Config } from './config';
import { policyInTheBox } from './policyInTheBox';
import { readyKnowledge } from './readyKnowledge';
import { readyPolicy } from './readyPolicy';

/** What lies in files: the knowledge about causes, the policy of approvals, and the cards. */
export async function readFiles(projectRoot: string, config: Config, today: string) {
  const compiled = readCompiledYaml(projectRoot);
  return {
    policy: await readyPolicy(
      config.MONBAN_POLICY_FILE ?? policyInTheBox(projectRoot),
      compiled,
      async (file) => (await import('./readPolicy.js')).readPolicy(file),
    ),
    knowledge: await readyKnowledge({
      projectRoot,
      compiled,
      today,
      parse: async (...files) => (await import('./triage/parseKnowledge.js')).parseKnowledge(...files),
    }),
    templates: loadTemplates(path.join(projectRoot, 'cards')),
  };
}
