import { ResponseType } from '@microsoft/microsoft-graph-client';
import type { Client, GraphRequest } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { isFault } from '../faults';
import { noAnswer, refused, unreadable } from './graphErrors';
import { takeThrown } from './keepThrown';

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
  const schema = z.looseObject({ value: z.array(item), '@odata.nextLink': z.string().optional() });
  const items: T[] = [];
  let page: GraphRequest | undefined = request;
  for (let count = 0; page !== undefined; count += 1) {
    if (count === mostPages) throw unreadable(200, `more than ${mostPages} pages`);
    const answer: z.infer<typeof schema> = await readOne(page, schema);
    items.push(...answer.value);
    page = followingPage(client, answer['@odata.nextLink']);
  }
  return items;
}

/** Sends a POST, once, and reads its answer. */
export async function post<T>(request: GraphRequest, body: object, schema: z.ZodType<T>): Promise<T> {
  return parsed(await answerOf((raw) => raw.post(body), request), schema);
}

/** Sends a POST, once, where nothing of the answer matters but that it is a success. */
export async function postOnly(request: GraphRequest): Promise<void> {
  await answerOf((raw) => raw.post(undefined), request);
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
  if (!url?.pathname.startsWith('/v1.0/')) throw unreadable(200, '@odata.nextLink');
  return client.api(url.pathname.slice('/v1.0'.length) + url.search);
}
