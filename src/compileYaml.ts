import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { compiledYamlFile } from './compiledYaml';
import { policyInTheBox } from './policyInTheBox';
import { readKnowledge } from './readKnowledge';
import { sha256 } from './usecases/sha256';

/**
 * What YAML texts hold, by the digest of each text. One that cannot be read is left out: whoever starts with it is told
 * what is wrong and where.
 */
export function compileYaml(texts: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    texts.flatMap((text) => {
      const document = parseDocument(text);
      const content: unknown = document.errors.length > 0 ? undefined : document.toJS();
      return content === undefined ? [] : [[sha256(text), content] as const];
    }),
  );
}

/** The last step of the build. */
function compileAll(projectRoot: string): void {
  const texts = [
    ...readKnowledge(projectRoot).map(({ text }) => text),
    readFileSync(policyInTheBox(projectRoot), 'utf8'),
  ];
  writeFileSync(compiledYamlFile(projectRoot), JSON.stringify(compileYaml(texts)));
}

if (require.main === module) compileAll(path.resolve(__dirname, '..'));
