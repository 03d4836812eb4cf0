import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';

const value = z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]);
const findings = z.record(z.string(), value);

const supportCase = z.object({
  id: z.string(),
  lang: z.enum(['ja', 'en']).optional(),
  opening: z.string(),
  facts: findings.default({}),
  tenant: findings.default({}),
  causes: z.array(z.string()).optional(),
  routes: z.array(z.string()).optional(),
});

/** One person's trouble as a case file tells it; the labels are there only where it is known what was right. */
export type SupportCase = z.infer<typeof supportCase>;

/** The cases of a file, or what is wrong with it in words. */
export function readCaseFile(
  file: string,
): { readonly cases: readonly SupportCase[] } | { readonly problem: string } {
  const content = readJson(file);
  if ('problem' in content) return content;
  const parsed = z.array(supportCase).safeParse(content.json);
  if (parsed.success) return { cases: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue?.path.map(String).join(' > ') ?? '';
  return {
    problem: `${file} is not a list of cases: ${where === '' ? '' : `${where}: `}${issue?.message ?? ''}`,
  };
}

function readJson(file: string): { readonly json: unknown } | { readonly problem: string } {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { json };
  } catch (error) {
    // Whatever it is - no such file, no permission, no JSON - the one who named the file has to hear it.
    return { problem: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A finding's values as triage holds them. */
export function valuesOf(raw: z.infer<typeof value>): readonly string[] {
  return Array.isArray(raw) ? raw : [String(raw)];
}
