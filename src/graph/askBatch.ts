// POST /$batch · no permission of its own: each request in it needs its call's
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { Fault } from '../faults';
import { itemsIn, pageSchema, post, readRest } from './ask';
import { refusal, unreadable } from './graphErrors';

/** One read that goes out with others. */
export interface BatchRead<T> {
  /** Unique in its batch. */
  readonly id: string;
  /** Path and query, without the version. */
  readonly url: string;
  readonly schema: z.ZodType<T>;
}

export function batchRead<T>(id: string, url: string, schema: z.ZodType<T>): BatchRead<T> {
  return { id, url, schema };
}

/** The same of a list; its pages after the first are read one by one. */
export interface BatchList<T> extends Omit<BatchRead<T>, 'schema'> {
  readonly item: z.ZodType<T>;
}

export function batchList<T>(id: string, url: string, item: z.ZodType<T>): BatchList<T> {
  return { id, url, item };
}

const answerSchema = z.looseObject({
  responses: z.array(
    z.looseObject({
      id: z.string(),
      status: z.int(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown(),
    }),
  ),
});

/** The answers of a batch. Each is judged alone, and throws its own Fault. */
export interface BatchAnswers {
  of<T>(read: BatchRead<T>): T;
  all<T>(list: BatchList<T>): Promise<readonly T[]>;
}

/** Graph takes this many in one batch. */
const mostReads = 20;

/** Sends reads together, once: somebody waits behind them, and what is refused is not asked again. */
export async function askBatch(
  client: Client,
  reads: readonly Pick<BatchRead<unknown>, 'id' | 'url'>[],
): Promise<BatchAnswers> {
  if (reads.length > mostReads) throw new Error(`A batch takes ${mostReads} requests at most.`);
  const address = '/$batch';
  const requests = reads.map(({ id, url }) => ({ id, method: 'GET', url }));
  const { responses } = await post(client.api(address), { requests }, answerSchema);
  const of = <T>({ id, schema }: Pick<BatchRead<T>, 'id' | 'schema'>): T => {
    const answer = responses.find((response) => response.id === id);
    if (answer === undefined)
      throw new Fault('graph-unreadable', 'The batch has no answer to a request in it');
    if (answer.status >= 300) {
      throw refusal(answer.status, answer.body, new Headers(answer.headers ?? {}));
    }
    const result = schema.safeParse(answer.body);
    if (!result.success) throw unreadable(answer.status, result.error);
    return result.data;
  };
  return {
    of,
    all: async (list) => {
      const first = of({ id: list.id, schema: pageSchema });
      return [...itemsIn(first, list.item), ...(await readRest(client, first['@odata.nextLink'], list.item))];
    },
  };
}
