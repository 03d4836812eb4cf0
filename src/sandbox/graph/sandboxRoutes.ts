import { z } from 'zod/v4';
import type { Account } from '../tenant/account';
import { describeMethods, describePeople, describePerson } from '../tenant/describePeople';
import { methodState, personState, signInState } from '../tenant/personState';
import type { Tenant } from '../tenant/tenant';
import { tenantChange } from '../tenant/tenantSettings';
import { faultRule } from './faultSwitches';
import type { AnsweringParts } from './answeringParts';

/** An answer of the sandbox's own endpoints, which are no part of Graph and need no token. */
interface SandboxAnswer {
  readonly status: number;
  readonly body?: unknown;
}

const newPerson = z.strictObject({
  name: z.string().trim().min(1).max(100),
  language: z.enum(['ja', 'en']),
  blank: z.boolean().default(false),
  /** How the tenant has them: what evidence there is. */
  state: personState.optional(),
});

const newIncident = z.strictObject({
  /** `microsoftteams`, `Microsoft365Entra`, `OSDPPlatform`, `Exchange`. */
  service: z.string(),
  title: z.string().trim().min(1),
  kind: z.enum(['incident', 'advisory']).default('incident'),
});

/** The log, the people and the fault switches, for the chat page and for tests from outside. */
export function answerSandboxCall(parts: AnsweringParts, call: string, body: unknown): SandboxAnswer {
  const { tenant, log, faults } = parts;
  switch (call) {
    case 'GET /sandbox/log':
      return { status: 200, body: log };
    case 'GET /sandbox/violations':
      return { status: 200, body: parts.violations };
    case 'GET /sandbox/limits':
      return { status: 200, body: parts.limits.use() };
    case 'GET /sandbox/people': {
      const { tenantId, botId } = tenant;
      return { status: 200, body: { tenantId, botId, people: describePeople(tenant) } };
    }
    case 'POST /sandbox/people':
      return parsed(newPerson, body, (wish) => ({
        status: 201,
        body: describePerson(tenant.addPerson(wish)),
      }));
    case 'PATCH /sandbox/tenant':
      return parsed(tenantChange, body, (wish) => {
        tenant.change(wish);
        return { status: 204 };
      });
    case 'POST /sandbox/incidents':
      return parsed(newIncident, body, (wish) => {
        const opened = tenant.openIncident(wish);
        return opened === undefined ? nothingHere : { status: 201, body: { id: opened.id } };
      });
    case 'POST /sandbox/faults':
      return parsed(faultRule, body, (rule) => {
        faults.add(rule);
        return { status: 204 };
      });
    case 'DELETE /sandbox/faults':
      faults.clear();
      return { status: 204 };
    default:
      return aboutOne(parts, call, body);
  }
}

const nothingHere: SandboxAnswer = { status: 404, body: { error: 'There is nothing here.' } };

/** What names one person or one incident in its path. */
function aboutOne({ tenant }: AnsweringParts, call: string, body: unknown): SandboxAnswer {
  const incident = /^DELETE \/sandbox\/incidents\/([^/]+)$/.exec(call)?.[1];
  if (incident !== undefined) {
    return tenant.closeIncident(incident) === 'closed' ? { status: 204 } : nothingHere;
  }
  const doing = /^POST \/sandbox\/people\/([^/]+)\/(methods|sign-ins)$/.exec(call);
  if (doing !== null) {
    const [, id = '', what] = doing;
    const person = tenant.find(decodeURIComponent(id));
    return person === undefined ? nothingHere : ownDoing(tenant, person, what, body);
  }
  const id = /^GET \/sandbox\/people\/([^/]+)\/methods$/.exec(call)?.[1];
  const account = id === undefined ? undefined : tenant.find(decodeURIComponent(id));
  return account === undefined ? nothingHere : { status: 200, body: describeMethods(account) };
}

/** What a person does at Microsoft's own pages: they register a method, or sign in. */
function ownDoing(tenant: Tenant, person: Account, what: string | undefined, body: unknown): SandboxAnswer {
  if (what === 'methods') {
    return parsed(methodState, body, (wish) => ({
      status: 201,
      body: { id: tenant.registerMethod(person, wish).id },
    }));
  }
  return parsed(signInState, body, (wish) => {
    tenant.signIn(person, wish);
    return { status: 204 };
  });
}

function parsed<T>(schema: z.ZodType<T>, body: unknown, use: (value: T) => SandboxAnswer): SandboxAnswer {
  const result = schema.safeParse(body);
  return result.success ? use(result.data) : { status: 400, body: { error: z.prettifyError(result.error) } };
}
