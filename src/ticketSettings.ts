import { z } from 'zod/v4';
import { Secret } from './secret';

const text = z.string().trim().min(1, 'must not be empty');
const ticketSystems = ['off', 'servicenow', 'jira', 'webhook'] as const;

/** The settings of the helpdesk's own ticket system; all of it is off by default. */
export const ticketSettings = {
  MONBAN_TICKETS: z.enum(ticketSystems, `must be one of ${ticketSystems.join(', ')}`).default('off'),
  MONBAN_TICKETS_URL: z
    .url({ protocol: /^https?$/u, error: 'must be an https address' })
    // A password or a token goes there: never in the clear, but on this machine.
    .refine(
      (address) => /^https:|^http:\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$)/u.test(address),
      'must be https unless it is on this machine',
    )
    .optional(),
  MONBAN_TICKETS_USER: text.optional(),
  MONBAN_TICKETS_SECRET: text.transform((value) => new Secret(value)).optional(),
  MONBAN_TICKETS_HOOK_SECRET: z
    .string()
    .trim()
    .min(32, 'must have at least 32 characters')
    .transform((value) => new Secret(value))
    .optional(),
  MONBAN_TICKETS_CLOSE_CODE: text.default('Solved (Permanently)'),
  MONBAN_TICKETS_SERVICE_DESK_ID: text.optional(),
  MONBAN_TICKETS_REQUEST_TYPE_ID: text.optional(),
  MONBAN_TICKETS_RESOLVE_TRANSITION: text.default('Resolve this issue'),
};

type TicketConfig = z.infer<z.ZodObject<typeof ticketSettings>>;

/** What each system needs to be written to. */
const needs = {
  off: [],
  servicenow: ['MONBAN_TICKETS_URL', 'MONBAN_TICKETS_USER', 'MONBAN_TICKETS_SECRET'],
  jira: [
    'MONBAN_TICKETS_URL',
    'MONBAN_TICKETS_USER',
    'MONBAN_TICKETS_SECRET',
    'MONBAN_TICKETS_SERVICE_DESK_ID',
    'MONBAN_TICKETS_REQUEST_TYPE_ID',
  ],
  webhook: ['MONBAN_TICKETS_URL', 'MONBAN_TICKETS_SECRET'],
} as const satisfies Readonly<Record<TicketConfig['MONBAN_TICKETS'], readonly (keyof TicketConfig)[]>>;

/** What is missing of the system that is switched on. */
export function ticketProblems(config: TicketConfig): readonly string[] {
  const { MONBAN_TICKETS: system } = config;
  const missing = needs[system].filter((name) => config[name] === undefined);
  return missing.map((name) => `${name} is missing: it goes with MONBAN_TICKETS=${system}`);
}
