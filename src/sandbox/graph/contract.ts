import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { ContractFile, GraphVersion, OperationInFile, PropertySchema } from './contractFile';
import { unlistedPermissions } from './unlistedPermissions';
import { isKnown, queryableProperties, resolved, typedObjects, unknownProperties } from './schemaProperties';

/** One call that the contract knows. */
export interface Operation {
  /** `GET /users/{user-id}`; of beta `GET /beta/users/{user-id}`. */
  readonly key: string;
  /** Application permissions of which one is needed; undefined where the call needs a signed-in user. */
  readonly permissions: readonly string[] | undefined;
  /** The same for an app with a person who signed in; undefined where the call is for apps alone. */
  readonly delegatedPermissions: readonly string[] | undefined;
  readonly takesQuery: (name: string) => boolean;
  /** The properties that `$select` and `$filter` may name. */
  readonly properties: ReadonlySet<string>;
  readonly takesBody: boolean;
  /** What is wrong with a body or an answer; empty where nothing is. */
  readonly bodyProblems: (body: unknown) => readonly string[];
  readonly answerProblems: (status: number, body: unknown) => readonly string[];
}

export interface Contract {
  readonly operations: readonly Operation[];
  find(
    method: string,
    path: string,
  ): { readonly operation: Operation; readonly params: Readonly<Record<string, string>> } | undefined;
}

/** Makes the contract answer whether a call and its answer are in it. The keys of a version other than v1.0 begin with it. */
export function createContract(file: ContractFile, version: GraphVersion = 'v1.0'): Contract {
  const prefix = version === 'v1.0' ? '' : `/${version}`;
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateSchema: false }));
  ajv.addFormat('base64url', /^[\w-]*=*$/);
  ajv.addSchema(file.document, 'graph');
  const schemaProblems = (pointer: string, value: unknown): readonly string[] => {
    const validate = ajv.getSchema(`graph${pointer}`) ?? ajv.compile({ $ref: `graph${pointer}` });
    const wrong = validate(value) === true ? [] : (validate.errors ?? []);
    return wrong.map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
  const problems = (pointer: string, schema: PropertySchema) => (value: unknown) => {
    const typed = typedObjects(value);
    const unknownType = typed.find(({ $ref }) => !isKnown(file.schemas, $ref));
    if (unknownType !== undefined) return [`unknown type ${unknownType.$ref}`];
    return [
      ...schemaProblems(pointer, value),
      // A list's schema names the base type only; what each object says it is, it has to be.
      ...typed.flatMap((one) => schemaProblems(one.$ref, one.value)),
      ...unknownProperties(file.schemas, schema, value).map((name) => `unknown property ${name}`),
    ];
  };
  const routes = file.operations.map(({ verb, template, operation }) => ({
    operation: toOperation(file, { prefix, verb, template, operation, problems }),
    verb: verb.toUpperCase(),
    matches: pathMatcher(template),
    // A literal segment wins over a parameter: /methods over /{id}.
    parameters: template.split('{').length,
  }));
  routes.sort((one, other) => one.parameters - other.parameters);
  return {
    operations: routes.map(({ operation }) => operation),
    find: (method, path) => {
      const route = routes.find(({ verb, matches }) => verb === method && matches(path) !== undefined);
      const params = route?.matches(path);
      return route === undefined || params === undefined ? undefined : { operation: route.operation, params };
    },
  };
}

interface Building {
  readonly prefix: string;
  readonly verb: string;
  readonly template: string;
  readonly operation: OperationInFile;
  readonly problems: (pointer: string, schema: PropertySchema) => (value: unknown) => readonly string[];
}

function toOperation(
  file: ContractFile,
  { prefix, verb, template, operation, problems }: Building,
): Operation {
  const key = `${verb.toUpperCase()} ${prefix}${template}`;
  const at = `#/paths/${escaped(template)}/${verb}`;
  const named = operation.parameters.map((one) =>
    '$ref' in one ? file.parameters[one.$ref.split('/').at(-1) ?? ''] : one,
  );
  const query = new Set(named.filter((one) => one?.in === 'query').map((one) => one?.name));
  // Pages after the first are asked for with the link that Graph gave, whatever the first call takes.
  if (operation['x-ms-pageable'] !== undefined) query.add('$skiptoken');
  const bodySchema = operation.requestBody?.content['application/json'].schema;
  const { application, delegated } = operation['x-ms-graph-permissions'];
  const listed = (named: typeof application) =>
    named == null ? unlistedPermissions[key] : [...named.least, ...named.other];
  return {
    key,
    permissions: listed(application),
    delegatedPermissions: listed(delegated),
    takesQuery: (name) => query.has(name),
    properties: queryableOf(file, operation),
    takesBody: bodySchema !== undefined,
    bodyProblems: (body) =>
      bodySchema === undefined
        ? []
        : problems(`${at}/requestBody/content/application~1json/schema`, bodySchema)(body),
    answerProblems: (status, body) => answerProblems(operation, { at, status, body, problems }),
  };
}

function answerProblems(
  operation: OperationInFile,
  answer: { at: string; status: number; body: unknown; problems: Building['problems'] },
): readonly string[] {
  const exact = String(answer.status);
  const name = exact in operation.responses ? exact : `${exact.charAt(0)}XX`;
  const response = operation.responses[name];
  if (response === undefined) return [`no answer ${exact} in the contract`];
  if ('$ref' in response) {
    const error = { $ref: '#/components/schemas/microsoft.graph.ODataErrors.ODataError' };
    return answer.problems(`${response.$ref}/content/application~1json/schema`, error)(answer.body);
  }
  const schema = response.content?.['application/json'].schema;
  if (schema === undefined) return answer.body === undefined ? [] : [`a ${exact} has no body`];
  return answer.problems(
    `${answer.at}/responses/${name}/content/application~1json/schema`,
    schema,
  )(answer.body);
}

function queryableOf(file: ContractFile, operation: OperationInFile): ReadonlySet<string> {
  const success = operation.responses['200'];
  if (success === undefined || '$ref' in success) return new Set();
  const schema = success.content?.['application/json'].schema;
  if (schema === undefined) return new Set();
  const list = resolved(file.schemas, schema).properties?.['value'];
  const item = list === undefined ? undefined : resolved(file.schemas, list).items;
  return queryableProperties(file.schemas, item ?? schema);
}

function pathMatcher(template: string): (path: string) => Readonly<Record<string, string>> | undefined {
  const wanted = template.split('/');
  return (path) => {
    // Graph takes a type's long name for its short one.
    const given = path.split('/').map((part) => part.replace(/^microsoft\.graph\./, 'graph.'));
    if (given.length !== wanted.length) return undefined;
    const params: Record<string, string> = {};
    for (const [at, part] of wanted.entries()) {
      const value = given[at] ?? '';
      const name = /^\{(.+)\}$/.exec(part)?.[1];
      const decoded = name === undefined ? undefined : decodedSegment(value);
      if (name !== undefined && decoded !== undefined) params[name] = decoded;
      else if (part !== value) return undefined;
    }
    return params;
  };
}

/** Undefined where it is empty or no valid encoding. */
function decodedSegment(value: string): string | undefined {
  try {
    return decodeURIComponent(value) || undefined;
  } catch {
    return undefined;
  }
}

function escaped(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
