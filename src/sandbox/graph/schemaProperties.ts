import type { PropertySchema } from './contractFile';

type Schemas = Readonly<Record<string, PropertySchema>>;

const schemaPrefix = '#/components/schemas/';

/** Whether the contract has what a reference names. */
export function isKnown(schemas: Schemas, $ref: string): boolean {
  return $ref.slice(schemaPrefix.length) in schemas;
}

/** A reference followed to its end, and out of "this or null". */
export function resolved(schemas: Schemas, schema: PropertySchema): PropertySchema {
  const inner = schema.anyOf?.[0];
  if (inner !== undefined) return resolved(schemas, inner);
  if (schema.$ref === undefined) return schema;
  const target = schemas[schema.$ref.slice(schemaPrefix.length)];
  if (target === undefined) throw new Error(`The contract has no ${schema.$ref}.`);
  return resolved(schemas, target);
}

/** All properties of an object, the inherited ones included. */
function propertiesOf(schemas: Schemas, schema: PropertySchema): ReadonlyMap<string, PropertySchema> {
  const { allOf = [], properties = {} } = resolved(schemas, schema);
  return new Map([
    ...allOf.flatMap((part) => [...propertiesOf(schemas, part)]),
    ...Object.entries(properties),
  ]);
}

/** The properties that a query may name: of a base type also those of every type that stands for it. */
export function queryableProperties(schemas: Schemas, schema: PropertySchema): ReadonlySet<string> {
  const base = resolved(schemas, schema);
  const derived = Object.values(base.discriminator?.mapping ?? {}).map(($ref) => ({ $ref }));
  return new Set([base, ...derived].flatMap((one) => [...propertiesOf(schemas, one).keys()]));
}

/** Names of properties in a value that its type does not have: the schemas themselves would let them pass. */
export function unknownProperties(
  schemas: Schemas,
  schema: PropertySchema,
  value: unknown,
): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = resolved(schemas, schema);
    return items === undefined
      ? []
      : value.flatMap((item: unknown) => unknownProperties(schemas, items, item));
  }
  if (typeof value !== 'object' || value === null) return [];
  const known = propertiesOf(schemas, typeNamedBy(value) ?? schema);
  if (known.size === 0) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const property = known.get(name);
    if (property !== undefined) return unknownProperties(schemas, property, inner);
    return name.includes('@odata.') ? [] : [name];
  });
}

/** An object says in `@odata.type` which of several types it is. */
function typeNamedBy(value: object): PropertySchema | undefined {
  const $ref = typeReference(value);
  return $ref === undefined ? undefined : { $ref };
}

function typeReference(value: object): string | undefined {
  const named: unknown = '@odata.type' in value ? value['@odata.type'] : undefined;
  return typeof named === 'string' ? schemaPrefix + named.slice(1) : undefined;
}

/** Every object in a value that names its own type, with the reference to that type's schema. */
export function typedObjects(value: unknown): readonly { readonly $ref: string; readonly value: object }[] {
  if (typeof value !== 'object' || value === null) return [];
  const $ref = typeReference(value);
  const inner = Object.values(value).flatMap(typedObjects);
  return $ref === undefined ? inner : [{ $ref, value }, ...inner];
}
