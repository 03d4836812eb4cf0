import { setTimeout as wait } from 'node:timers/promises';
import type { Tenant } from '../tenant/tenant';
import { answerBatch } from './answerBatch';
import { applyQuery } from './applyQuery';
import type { AnsweringParts, IncomingCall, Reply } from './answeringParts';
import type { Operation } from './contract';
import { faultAnswer } from './faultSwitches';
import { denied, graphError } from './graphAnswer';
import type { GraphAnswer } from './graphAnswer';
import type { GraphCaller } from './graphStandInOptions';
import { licenceRefusal } from './licenceRefusal';
import { runRoute } from './runRoute';

/** Answers one call, faults included, and writes it into the log. */
export async function answerCall(parts: AnsweringParts, call: IncomingCall): Promise<Reply> {
  const reply = await withFaults(parts, call);
  const { method, path } = call;
  const status = typeof reply === 'string' ? 0 : reply.status;
  parts.log.push({ method, path, status, ...nameOf(parts, call) });
  return reply;
}

function nameOf(parts: AnsweringParts, { token }: IncomingCall): { readonly personId?: string } {
  const caller = token === undefined ? undefined : parts.verifyToken(token);
  return caller?.kind === 'delegated' ? { personId: caller.personId } : {};
}

async function withFaults(parts: AnsweringParts, call: IncomingCall): Promise<Reply> {
  const tooMuch = parts.limits.count(call);
  if (tooMuch !== undefined) return tooManyRequests(tooMuch.retryAfterSeconds);
  const rule = parts.faults.take(call.method, call.path);
  if (rule === undefined) return judge(parts, call);
  const answer = faultAnswer(rule);
  if (answer !== undefined) return answer;
  if (rule.fault === 'reset') return 'cut';
  if (rule.fault === 'timeout') return 'silence';
  if (rule.delayMs !== undefined) await wait(rule.delayMs, undefined, { ref: false });
  const judged = await judge(parts, call);
  return rule.fault === 'answer-lost' ? 'cut' : judged;
}

async function judge(parts: AnsweringParts, call: IncomingCall): Promise<Reply> {
  const caller = call.token === undefined ? undefined : parts.verifyToken(call.token);
  if (caller === undefined) {
    return graphError(401, 'InvalidAuthenticationToken', 'Access token is missing, expired or not valid.');
  }
  const found = operationOf(parts, call);
  if (found === undefined) return outside(parts, call, 'no such call');
  if (!parts.isListed(call.method, call.path)) {
    parts.violations.push(`request ${call.method} ${call.path}: the list of permissions does not have it`);
  }
  const { operation, params } = found;
  const unknown = [...call.query.keys()].find((name) => !operation.takesQuery(name));
  if (unknown !== undefined) return outside(parts, call, `unknown query option ${unknown}`);
  if (!isPermitted(operation, caller, parts.tenant)) return denied();
  const problem = operation.bodyProblems(call.body)[0] ?? needlessBody(operation, call.body);
  if (problem !== undefined) return outside(parts, call, `body: ${problem}`);
  if (operation.key === 'POST /$batch') return checked(parts, operation, await batch(parts, call));
  const { tenant } = parts;
  const unlicensed = licenceRefusal(operation.key, tenant.settings.plan);
  if (unlicensed !== undefined) return checked(parts, operation, unlicensed);
  const routeAnswer = runRoute(operation.key, { tenant, caller, params, query: call.query, body: call.body });
  const { properties } = operation;
  const url = parts.origin() + call.path;
  return checked(
    parts,
    operation,
    applyQuery(routeAnswer, {
      query: call.query,
      properties,
      url,
      pageSize: parts.pageSize,
      largestPage: parts.largestPage,
    }),
  );
}

function tooManyRequests(retryAfterSeconds: number | undefined): GraphAnswer {
  return {
    ...graphError(429, 'TooManyRequests', 'Too many requests.'),
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  };
}

function operationOf({ contracts }: AnsweringParts, { method, path }: IncomingCall) {
  const [, version, rest = ''] = /^\/(v1\.0|beta)(\/.*)$/.exec(path) ?? [];
  if (version === undefined) return undefined;
  return contracts[version === 'beta' ? 'beta' : 'v1.0'].find(method, rest);
}

function isPermitted(operation: Operation, caller: GraphCaller, { settings }: Tenant): boolean {
  const permissions = caller.kind === 'application' ? operation.permissions : operation.delegatedPermissions;
  if (permissions === undefined) return false;
  const held = caller.permissions.filter((one) => !settings.withheldPermissions.includes(one));
  return permissions.length === 0 || permissions.some((one) => held.includes(one));
}

function needlessBody({ takesBody }: Operation, body: unknown): string | undefined {
  return takesBody || body === undefined ? undefined : 'none is expected';
}

/** Each request of a batch is a call of its own. */
function batch(parts: AnsweringParts, outer: IncomingCall): Promise<Reply> {
  return answerBatch(outer, (inner) => answerCall(parts, inner));
}

/** Refuses what the contract does not have, and keeps it for the tests to see. */
function outside(parts: AnsweringParts, { method, path }: IncomingCall, why: string): GraphAnswer {
  parts.violations.push(`request ${method} ${path}: ${why}`);
  return graphError(400, 'BadRequest', `Not in the contract of Microsoft Graph: ${why}.`);
}

/** No answer leaves that Microsoft Graph could not have given. */
function checked(parts: AnsweringParts, operation: Operation, reply: Reply): Reply {
  if (typeof reply === 'string') return reply;
  const problems = operation.answerProblems(reply.status, reply.body);
  if (problems.length === 0) return reply;
  const why = `${operation.key} ${reply.status}: ${problems.join('; ')}`;
  parts.violations.push(`answer ${why}`);
  return graphError(500, 'sandboxContractViolation', why);
}
