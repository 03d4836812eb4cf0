import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';

const spanSchema = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
});
export type ReceivedSpan = z.infer<typeof spanSchema>;

const traces = z.looseObject({
  resourceSpans: z.array(
    z.looseObject({ scopeSpans: z.array(z.looseObject({ spans: z.array(spanSchema) })) }),
  ),
});
const measured = z.looseObject({
  resourceMetrics: z.array(
    z.looseObject({
      scopeMetrics: z.array(z.looseObject({ metrics: z.array(z.looseObject({ name: z.string() })) })),
    }),
  ),
});

export interface OtlpReceiver {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  readonly metrics: ReadonlySet<string>;
  /** Everything that came, as it came. */
  received(): string;
  /** Waits until there is a span of this name. */
  spanCalled(name: string): Promise<ReceivedSpan>;
  close(): void;
}

/** What a collector is to Monban: takes OTLP over HTTP, and keeps it for the test to look at. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const metrics = new Set<string>();
  const bodies: string[] = [];
  const keep = (path: string, body: string): void => {
    bodies.push(body);
    const json: unknown = JSON.parse(body);
    if (path === '/v1/traces') {
      const { resourceSpans } = traces.parse(json);
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    } else {
      const { resourceMetrics } = measured.parse(json);
      const scopes = resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics);
      for (const { name } of scopes.flatMap((scope) => scope.metrics)) metrics.add(name);
    }
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      keep(request.url ?? '', body);
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    metrics,
    received: () => bodies.join('\n'),
    spanCalled: async (name) => {
      for (let looked = 0; looked < 600; looked += 1) {
        const found = spans.find((span) => span.name === name);
        if (found !== undefined) return found;
        await sleep(50);
      }
      throw new Error(`no span was called ${name}`);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
