import { z } from 'zod/v4';
import type { GraphAnswer } from './graphAnswer';
import { graphError } from './graphAnswer';

/** A fault that is switched on: which calls it hits, how often, and what happens to them. */
export const faultRule = z.strictObject({
  match: z
    .strictObject({
      method: z.string().optional(),
      /** The beginning of a path, or a regular expression somewhere in it. */
      path: z.string().refine(isExpression).optional(),
    })
    .default({}),
  /** Without it, until the faults are switched off. */
  times: z.int().positive().optional(),
  /** How many such calls go well first. */
  skip: z.int().min(0).default(0),
  fault: z.enum([
    'timeout',
    'reset',
    '429',
    '429-retry-after',
    '500',
    '503',
    '403',
    '404',
    '409',
    'answer-lost',
    'slow',
    'malformed',
    'not-json',
  ]),
  delayMs: z.int().min(0).max(600_000).optional(),
});
type FaultRule = z.infer<typeof faultRule>;

export interface FaultSwitches {
  add(rule: FaultRule): void;
  clear(): void;
  /** The first rule that hits this call, which it uses up by one. */
  take(method: string, path: string): FaultRule | undefined;
}

export function createFaultSwitches(): FaultSwitches {
  let rules: { readonly rule: FaultRule; left: number; skip: number }[] = [];
  return {
    add: (rule) => rules.push({ rule, left: rule.times ?? Infinity, skip: rule.skip }),
    clear: () => {
      rules = [];
    },
    take: (method, path) => {
      const hit = rules.find((one) => one.left > 0 && hits(one.rule, method, path) && one.skip-- <= 0);
      if (hit !== undefined) hit.left -= 1;
      return hit?.rule;
    },
  };
}

function hits({ match }: FaultRule, method: string, path: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  return match.path === undefined || path.startsWith(match.path) || new RegExp(match.path).test(path);
}

/** The answer of a fault that is one; undefined of those that disturb the connection. */
export function faultAnswer({ fault, delayMs = 1000 }: FaultRule): GraphAnswer | undefined {
  const text = 'A fault that was switched on in the sandbox.';
  switch (fault) {
    case '429':
      return graphError(429, 'TooManyRequests', text);
    case '429-retry-after':
      return {
        ...graphError(429, 'TooManyRequests', text),
        headers: { 'retry-after': String(Math.ceil(delayMs / 1000)) },
      };
    case '500':
      return graphError(500, 'InternalServerError', text);
    case '503':
      return graphError(503, 'ServiceUnavailable', text);
    case '403':
      return graphError(403, 'Authorization_RequestDenied', text);
    case '404':
      return graphError(404, 'Request_ResourceNotFound', text);
    case '409':
      return graphError(409, 'Conflict', text);
    case 'malformed':
      return { status: 200, body: { value: [{ unexpected: text }], unexpected: text } };
    case 'not-json':
      return { status: 200, text: `<html>${text}</html>` };
    case 'timeout':
    case 'reset':
    case 'answer-lost':
    case 'slow':
      return undefined;
  }
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
