import { ResponseType } from '@microsoft/microsoft-graph-client';
import type { Client, GraphRequest } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { isFault } from '../faults';
import { noAnswer, refused, unreadable } from './graphErrors';
import { takeThrown } from './keepThrown';

/** A page of any list: its items are judged one by one. A schema for each call would cost more than the reading. */
export const pageSchema = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
});

/** The items of a page. @throws Fault `graph-unreadable` where one does not fit */
export function itemsIn<T>(page: z.infer<typeof pageSchema>, item: z.ZodType<T>): readonly T[] {
  return page.value.map((raw) => {
    const result = item.safeParse(raw);
    if (!result.success) throw unreadable(200, result.error);
    return result.data;
  });
}

/** Beyond this a list is no list for a decision about one person; it also ends a link that leads to itself. */
const mostPages = 50;

/** Reads one object. */
export async function readOne<T>(request: GraphRequest, schema: z.ZodType<T>): Promise<T> {
  return parsed(await answerOf((raw) => raw.get(), request), schema);
}

/** Reads a list, all pages of it. */
export async function readAll<T>(
  client: Client,
  request: GraphRequest,
  item: z.ZodType<T>,
): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of readPages(client, request, item, mostPages)) items.push(...page);
  return items;
}

/** Reads a list page by page, for lists that are kept as they come. */
export async function* readPages<T>(
  client: Client,
  request: GraphRequest,
  item: z.ZodType<T>,
  most: number,
): AsyncGenerator<readonly T[]> {
  let page: GraphRequest | undefined = request;
  for (let count = 0; page !== undefined; count += 1) {
    if (count === most) throw unreadable(200, `more than ${most} pages`);
    const answer: z.infer<typeof pageSchema> = await readOne(page, pageSchema);
    yield itemsIn(answer, item);
    page = followingPage(client, answer['@odata.nextLink']);
  }
}

/** What follows a page that was read in another way. */
export async function readRest<T>(
  client: Client,
  nextLink: string | undefined,
  item: z.ZodType<T>,
): Promise<readonly T[]> {
  const request = followingPage(client, nextLink);
  return request === undefined ? [] : readAll(client, request, item);
}

/** Sends a POST, once, and reads its answer. */
export async function post<T>(request: GraphRequest, body: object, schema: z.ZodType<T>): Promise<T> {
  return parsed(await answerOf((raw) => raw.post(body), request), schema);
}

/** Sends a POST, once, where nothing of the answer matters but that it is a success. */
export async function postOnly(request: GraphRequest, body?: object): Promise<void> {
  await answerOf((raw) => raw.post(body), request);
}

/** Sends a PATCH, once. */
export async function patch(request: GraphRequest, body: object): Promise<void> {
  await answerOf((raw) => raw.patch(body), request);
}

/** Deletes an object, once. What is not there any more is as good as removed. */
export async function remove(request: GraphRequest): Promise<'removed' | 'gone'> {
  try {
    await answerOf((raw) => raw.delete(), request);
    return 'removed';
  } catch (thrown) {
    if (isFault(thrown, 'graph-not-found')) return 'gone';
    throw thrown;
  }
}

/**
 * The raw answer of a request, if it is a success. Raw, because the SDK's own reading of errors
 * throws away the original error and stumbles over an `innerError` that is null.
 */
async function answerOf(
  send: (raw: GraphRequest) => Promise<unknown>,
  request: GraphRequest,
): Promise<Response> {
  const answer = await send(request.responseType(ResponseType.RAW)).catch((thrown: unknown) => {
    throw takeThrown(thrown);
  });
  if (!(answer instanceof Response)) throw new Error('The Graph client gave no answer.');
  if (!answer.ok) throw await refused(answer);
  return answer;
}

async function parsed<T>(answer: Response, schema: z.ZodType<T>): Promise<T> {
  const text = await answer.text().catch((thrown: unknown) => {
    throw noAnswer(thrown);
  });
  const result = schema.safeParse(jsonOf(text));
  if (!result.success) throw unreadable(answer.status, result.error);
  return result.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // fits no schema, and is reported as that
  }
}

/** Of the link only path and query are used: the next page comes from where the first one came from. */
function followingPage(client: Client, nextLink: string | undefined): GraphRequest | undefined {
  if (nextLink === undefined) return undefined;
  const url = URL.parse(nextLink);
  const [, version, rest] = /^\/(v1\.0|beta)(\/.+)$/.exec(url?.pathname ?? '') ?? [];
  if (url === null || version === undefined || rest === undefined) throw unreadable(200, '@odata.nextLink');
  return client.api(rest + url.search).version(version);
}
