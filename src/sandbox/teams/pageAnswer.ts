import type { Request, Response } from 'restify';

/** What a route of the page answers: something to show, or what was wrong with the request. */
export type PageAnswer =
  { readonly body: unknown } | { readonly wrong: 400 | 403 | 404; readonly why: string };

/** Makes a route of a function from request to answer. */
export function answering(handle: (request: Request) => PageAnswer | Promise<PageAnswer>) {
  return async (request: Request, response: Response): Promise<void> => {
    const answer = await handle(request);
    response.header('cache-control', 'no-store');
    if ('wrong' in answer) response.send(answer.wrong, { error: answer.why });
    else response.send(200, answer.body ?? {});
  };
}

/** The query of a request. */
export function queryOf(request: Request): URLSearchParams {
  return new URL(request.url ?? '/', 'http://localhost').searchParams;
}
