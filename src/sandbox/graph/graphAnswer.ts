import { randomUUID } from 'node:crypto';

/** A resource as Graph gives it. */
export type Resource = Readonly<Record<string, unknown>>;

/** An answer that is ready to be sent. */
export interface GraphAnswer {
  readonly status: number;
  readonly body?: Resource | undefined;
  /** Instead of a body: what is no JSON. */
  readonly text?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What a route gives: resources that the query is still to be applied to, or a finished answer. */
export type RouteAnswer =
  | { readonly kind: 'one'; readonly resource: Resource; readonly defaults?: readonly string[] | undefined }
  | {
      readonly kind: 'many';
      readonly items: readonly Resource[];
      readonly defaults?: readonly string[] | undefined;
    }
  | ({ readonly kind: 'done' } & GraphAnswer);

/** `defaults`: the properties that are given where `$select` names none; all where it is absent. */
export function one(resource: Resource, defaults?: readonly string[]): RouteAnswer {
  return { kind: 'one', resource, defaults };
}

export function many(items: readonly Resource[], defaults?: readonly string[]): RouteAnswer {
  return { kind: 'many', items, defaults };
}

export const noContent: RouteAnswer = { kind: 'done', status: 204 };

/** An error in Graph's form. */
export function graphError(
  status: number,
  code: string,
  message: string,
): { readonly kind: 'done' } & GraphAnswer {
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': randomUUID(),
    'client-request-id': randomUUID(),
  };
  return { kind: 'done', status, body: { error: { code, message, innerError } } };
}

export function notFound(id: string): RouteAnswer {
  return graphError(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
}

export function denied(): RouteAnswer & GraphAnswer {
  return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

/** Times as Graph writes them. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
