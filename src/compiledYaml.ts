import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { sha256 } from './usecases/sha256';

/** Answers what a YAML text holds, or nothing where the build has not compiled that very text. */
export type Compiled = (text: string) => unknown;

const compiledSchema = z.record(z.string(), z.unknown());

/** Where the build puts it. */
export function compiledYamlFile(projectRoot: string): string {
  return path.join(projectRoot, 'dist', 'compiled-yaml.json');
}

/**
 * What the build found in the YAML files, so that a start need not parse them, which would be a sixth of it. Each is found
 * by the digest of its text: a file that was changed since the build is not found, and is read itself.
 */
export function readCompiledYaml(projectRoot: string): Compiled {
  const file = compiledYamlFile(projectRoot);
  if (!existsSync(file)) return () => undefined;
  const compiled = compiledSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return (text) => compiled[sha256(text)];
}
