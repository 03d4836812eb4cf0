import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod/v4';
import type { SeenRequest } from './graphServer';

const parameter = z.union([
  z.looseObject({ $ref: z.string() }),
  z.looseObject({ name: z.string(), in: z.string() }),
]);
const permissions = z.looseObject({ least: z.array(z.string()), other: z.array(z.string()) });
const operation = z.looseObject({
  parameters: z.array(parameter).optional(),
  requestBody: z
    .looseObject({
      content: z.looseObject({ 'application/json': z.looseObject({ schema: z.looseObject({}) }) }),
    })
    .optional(),
  'x-ms-graph-permissions': z.looseObject({ application: permissions.nullish() }).nullish(),
  'x-ms-pageable': z.unknown(),
});
const pathItem = z.looseObject({
  get: operation.optional(),
  post: operation.optional(),
  patch: operation.optional(),
  delete: operation.optional(),
});
const contractSchema = z.looseObject({
  paths: z.record(z.string(), pathItem),
  components: z.looseObject({
    parameters: z.record(z.string(), z.looseObject({ name: z.string() })),
    schemas: z.record(z.string(), z.looseObject({})),
  }),
});

function readContract(version: 'v1.0' | 'beta') {
  const file = path.join(__dirname, '..', 'contract', `graph-${version}.openapi.json`);
  const contract = contractSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv({ strict: false, validateFormats: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'graph', components: contract.components });
  return { contract, ajv };
}
type Version = ReturnType<typeof readContract>;
const versions = { 'v1.0': readContract('v1.0'), beta: readContract('beta') };

/** The contract that a path belongs to, and the path in it. */
function inVersion(pathname: string): readonly [Version, string] | undefined {
  const [, version, rest = ''] = /^\/(v1\.0|beta)(\/.*)$/.exec(pathname) ?? [];
  return version === undefined ? undefined : [versions[version === 'beta' ? 'beta' : 'v1.0'], rest];
}

/** A literal segment wins over a parameter: `/riskyUsers/dismiss` over `/riskyUsers/{id}`. */
function literalFirst({ paths }: z.infer<typeof contractSchema>) {
  return Object.entries(paths).sort(([one], [other]) => one.split('{').length - other.split('{').length);
}

type Operation = z.infer<typeof operation>;

/** The least and the other application permissions of a call such as `GET /users/{id}`. */
export function applicationPermissions(call: string): { least: readonly string[]; other: readonly string[] } {
  const [method = '', named = ''] = call.split(' ');
  const [{ contract }, template] = inVersion(named) ?? [versions['v1.0'], named];
  const found = literalFirst(contract).find(([known]) => sameShape(known, template));
  const permissionsOfCall = found && operationOf(found[1], method)?.['x-ms-graph-permissions']?.application;
  if (permissionsOfCall == null) throw new Error(`The contract has no ${call}.`);
  return permissionsOfCall;
}

/** What of a request is not in the contract; nothing where all is well. */
export function violations(request: SeenRequest): readonly string[] {
  const { pathname, searchParams } = request.url;
  const what = `${request.method} ${pathname}`;
  const [version, rest] = inVersion(pathname) ?? [];
  if (version === undefined || rest === undefined) return [`${what}: of no version that is known`];
  const { contract } = version;
  const found = literalFirst(contract).find(([known]) => fits(known, rest));
  const called = found && operationOf(found[1], request.method);
  if (called === undefined) return [`${what}: not in the contract`];
  const known = new Set((called.parameters ?? []).map((one) => parameterName(contract, one)));
  // Pages after the first are asked for with the link that Graph gave.
  if (called['x-ms-pageable'] !== undefined) known.add('$skiptoken');
  return [
    ...[...searchParams.keys()].filter((name) => !known.has(name)).map((name) => `${what}: no query ${name}`),
    ...bodyViolations(version, called, request.body).map((violation) => `${what}: ${violation}`),
  ];
}

function bodyViolations({ ajv }: Version, called: Operation, body: string): readonly string[] {
  if (called.requestBody === undefined) return body === '' ? [] : ['takes no body'];
  const schema = JSON.stringify(called.requestBody.content['application/json'].schema);
  const validate = ajv.compile(z.looseObject({}).parse(JSON.parse(schema.replaceAll('"#/', '"graph#/'))));
  return validate(JSON.parse(body)) ? [] : [ajv.errorsText(validate.errors)];
}

function operationOf(item: z.infer<typeof pathItem>, method: string): Operation | undefined {
  return { GET: item.get, POST: item.post, PATCH: item.patch, DELETE: item.delete }[method];
}

function parameterName({ components }: Version['contract'], found: z.infer<typeof parameter>): string {
  if (typeof found.name === 'string') return found.name;
  const key = String(found.$ref).split('/').at(-1) ?? '';
  return components.parameters[key]?.name ?? '';
}

function sameShape(known: string, template: string): boolean {
  const shape = (text: string): string => text.replace(/\{[^}]*\}/g, '{}');
  return shape(known) === shape(template) || fits(known, template);
}

function fits(known: string, actual: string): boolean {
  const pattern = known
    .split(/\{[^}]*\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${pattern}$`).test(actual);
}
