import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

/** As much of a JSON schema as is needed to know an object's properties; ajv reads the rest by itself. */
export interface PropertySchema {
  readonly $ref?: string | undefined;
  readonly allOf?: readonly PropertySchema[] | undefined;
  readonly anyOf?: readonly PropertySchema[] | undefined;
  readonly properties?: Readonly<Record<string, PropertySchema>> | undefined;
  readonly items?: PropertySchema | undefined;
  readonly discriminator?: { readonly mapping: Readonly<Record<string, string>> } | undefined;
}

const propertySchema: z.ZodType<PropertySchema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    allOf: z.array(propertySchema).optional(),
    anyOf: z.array(propertySchema).optional(),
    properties: z.record(z.string(), propertySchema).optional(),
    items: propertySchema.optional(),
    discriminator: z.object({ mapping: z.record(z.string(), z.string()) }).optional(),
  }),
);

const reference = z.object({ $ref: z.string() });
const parameter = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']) });
const content = z.object({ 'application/json': z.object({ schema: propertySchema }) });
const permissions = z.object({ least: z.array(z.string()), other: z.array(z.string()) });

const operation = z.object({
  parameters: z.array(z.union([reference, parameter])).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content }).optional(),
  responses: z.record(z.string(), z.union([reference, z.object({ content: content.optional() })])),
  'x-ms-pageable': z.unknown().optional(),
  'x-ms-graph-permissions': z
    .looseObject({ application: permissions.nullish(), delegated: permissions.nullish() })
    .default({}),
});
export type OperationInFile = z.infer<typeof operation>;

const verbs = ['get', 'post', 'patch', 'put', 'delete'] as const;
const pathItem = z.looseObject(Object.fromEntries(verbs.map((verb) => [verb, operation.optional()])));

const openApi = z.looseObject({
  paths: z.record(z.string(), pathItem),
  components: z.looseObject({
    schemas: z.record(z.string(), propertySchema),
    parameters: z.record(z.string(), parameter),
  }),
});

export interface ContractFile {
  /** The file as it is, for ajv. */
  readonly document: object;
  readonly operations: readonly {
    readonly verb: string;
    readonly template: string;
    readonly operation: OperationInFile;
  }[];
  readonly schemas: Readonly<Record<string, PropertySchema>>;
  readonly parameters: Readonly<Record<string, z.infer<typeof parameter>>>;
}

export type GraphVersion = 'v1.0' | 'beta';

const folder = join(__dirname, '../../../test/contract');

/** Reads the calls of a version of Microsoft Graph that Monban may make, as Microsoft publishes them. */
export function readContractFile(version: GraphVersion = 'v1.0'): ContractFile {
  const file = join(folder, `graph-${version}.openapi.json`);
  const document = z.looseObject({}).parse(JSON.parse(readFileSync(file, 'utf8')));
  const { paths, components } = openApi.parse(document);
  const operations = Object.entries(paths).flatMap(([template, item]) =>
    verbs.flatMap((verb) => {
      const found = operation.optional().parse(item[verb]);
      return found === undefined ? [] : [{ verb, template, operation: found }];
    }),
  );
  return { document, operations, schemas: components.schemas, parameters: components.parameters };
}
