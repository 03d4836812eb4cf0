import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** One link of the Graph client's chain, written as a function. */
export function graphMiddleware(
  run: (context: Context, next: () => Promise<void>) => Promise<void>,
): Middleware {
  let following: Middleware | undefined;
  return {
    setNext(next) {
      following = next;
    },
    async execute(context) {
      const next = following;
      if (next === undefined) throw new Error('This link cannot be the last of the chain.');
      await run(context, () => next.execute(context));
    },
  };
}

/** The address that a request goes to. The SDK makes every request of ours as a text. */
export function requestUrl(context: Context): URL {
  const request: unknown = context.request;
  if (typeof request !== 'string') throw new Error('A Graph request has to be made by client.api().');
  return new URL(request);
}
