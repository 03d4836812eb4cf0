import type { z } from 'zod/v4';
import { Fault } from '../faults';

/** What a row holds beside its look-up columns: JSON of a known shape. */
interface StoredBody {
  readonly schema: number;
  readonly body: string;
}

/** A shape has to name every field, optional ones too: one that it forgot could be written and never read again. */
export type EveryField<Type> = Record<keyof Type, z.ZodType>;

/**
 * Reads a stored row back into its domain object: columns and body together have to fit the shape.
 * @throws Fault `store-unreadable` where they do not, or where the body is of a shape that this code does not know (S28).
 */
export function readStored<Shape>(
  what: string,
  row: StoredBody,
  columns: Readonly<Record<string, unknown>>,
  shape: {
    readonly schema: number;
    /** Older shapes that the type reads as well. */
    readonly reads?: readonly number[];
    readonly type: z.ZodType<Shape>;
  },
): Shape {
  if (row.schema !== shape.schema && shape.reads?.includes(row.schema) !== true) {
    throw new Fault(
      'store-unreadable',
      `${what}: stored as shape ${row.schema}, this version reads ${shape.schema}`,
    );
  }
  const parsed = shape.type.safeParse({ ...asObject(what, row.body), ...columns });
  if (!parsed.success) throw unreadable(what, parsed.error);
  return parsed.data;
}

/** @throws Fault `store-unreadable` where the text is no JSON. */
export function parseStoredJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(what, cause);
  }
}

/** The message names the row only: what does not parse may be anything, a person's words included. */
function unreadable(what: string, cause: unknown): Fault {
  return new Fault('store-unreadable', `${what}: does not fit its schema`, { cause });
}

function asObject(what: string, text: string): object {
  const json = parseStoredJson(what, text);
  if (typeof json !== 'object' || json === null) throw unreadable(what, undefined);
  return json;
}
