import { z } from 'zod/v4';
import type { IncomingCall, Reply } from './answeringParts';
import { graphError } from './graphAnswer';
import type { GraphAnswer } from './graphAnswer';

const batch = z.object({
  requests: z.array(
    z.object({
      id: z.string(),
      method: z.string(),
      url: z.string(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).default([]),
    }),
  ),
});
type Request = z.infer<typeof batch>['requests'][number];
type AnswerInner = (call: IncomingCall) => Promise<Reply>;

/** Answers each request of a batch alone; one whose predecessor failed is not tried (424). */
export async function answerBatch(outer: IncomingCall, answerInner: AnswerInner): Promise<Reply> {
  const { requests } = batch.parse(outer.body);
  const done = new Map<string, GraphAnswer>();
  for (const request of requests) {
    const reply = await answerOne(request, done, (call) => answerInner({ ...call, token: outer.token }));
    // A connection is shared by the whole batch.
    if (typeof reply === 'string') return reply;
    done.set(request.id, reply);
  }
  const responses = [...done].map(([id, { status, headers, body }]) => ({
    id,
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  }));
  return { status: 200, body: { responses } };
}

function answerOne(
  { method, url, body, dependsOn }: Request,
  done: ReadonlyMap<string, GraphAnswer>,
  answer: (call: Omit<IncomingCall, 'token'>) => Promise<Reply>,
): Promise<Reply> {
  const failed = dependsOn.some((id) => (done.get(id)?.status ?? 424) >= 400);
  if (failed)
    return Promise.resolve(graphError(424, 'FailedDependency', 'A request before this one failed.'));
  // The address of a request in a batch has no host of its own.
  const { pathname, searchParams } = new URL(`/v1.0/${url.replace(/^\//, '')}`, 'http://batch.invalid');
  return answer({ method, path: pathname, query: searchParams, body });
}
