import { Writable } from 'node:stream';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { createLog } from '../src/log';
import { otlpExporters, startTelemetry } from '../src/startTelemetry';
import { storedPayload, unwrapPayload } from '../src/storage/jobPayload';
import { count, inCase, inSpan, inSpanOf, measure, watchCount } from '../src/telemetry';

const caseId = '1f0e7a52-9c1d-4b7e-8a3f-5d2c6b8e9f01';
const done = () => Promise.resolve();

/** Keeps what a collector would get, after it was shut down too. */
class KeptSpans extends InMemorySpanExporter {
  override shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

describe('with a collector', () => {
  let spans: KeptSpans;
  let counted: InMemoryMetricExporter;
  let stop: () => Promise<void>;
  beforeEach(() => {
    spans = new KeptSpans();
    counted = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const exporters = { spans, metrics: counted };
    stop = startTelemetry({ exporters, instance: 'test' });
  });
  afterEach(() => stop());
  const spanOf = (name: string) => spans.getFinishedSpans().find((span) => span.name === name);
  const traceOf = (name: string) => spanOf(name)?.spanContext().traceId;

  test('all that is done about a case has the case’s own trace, whatever turn it was done in', async () => {
    await inSpan('turn one', {}, () => inCase(caseId, 'asked', {}, done));
    await inSpan('turn two', {}, () => inCase(caseId, 'decided', {}, done));
    await stop();
    const trace = caseId.replaceAll('-', '');
    expect([traceOf('asked'), traceOf('decided')]).toEqual([trace, trace]);
    expect(traceOf('turn one')).not.toBe(trace);
  });

  test('a job goes on in the trace that it was added in, and its payload is as it was', async () => {
    const payload = { requestId: 'r' };
    let stored = '';
    await inCase(caseId, 'decide', {}, () => {
      stored = storedPayload(payload);
      return Promise.resolve();
    });
    const job = unwrapPayload(JSON.parse(stored));
    await inSpanOf(job.trace, 'job', {}, done);
    await stop();
    expect(job.payload).toEqual(payload);
    expect(spanOf('job')?.parentSpanContext?.spanId).toBe(spanOf('decide')?.spanContext().spanId);
  });

  test('lines of the log say to which trace they belong', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, next) => {
        lines.push(chunk.toString());
        next();
      },
    });
    const log = createLog({ level: 'info', destination });
    await inCase(caseId, 'work', {}, () => {
      log.info({}, 'within');
      return Promise.resolve();
    });
    log.info({}, 'outside');
    const trace = `"trace_id":"${caseId.replaceAll('-', '')}"`;
    expect(lines.map((line) => line.includes(trace))).toEqual([true, false]);
  });

  test('a failure is told by its kind, without its words', async () => {
    const failing = inSpan('fails', {}, () => Promise.reject(new TypeError('Hanako said')));
    await expect(failing).rejects.toThrow();
    await stop();
    expect(spanOf('fails')?.status.message).toBe('TypeError');
    expect(spanOf('fails')?.events).toEqual([]);
  });

  test('what happened is counted', async () => {
    count('monban.cases.diagnosed', { cause: 'phone_replaced' });
    count('monban.cases.diagnosed', { cause: 'phone_replaced' });
    measure('monban.requests.waited', 's', 12, {});
    await stop();
    const names = counted
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics: all }) => all));
    expect(names.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints.length])).toEqual([
      ['monban.cases.diagnosed', 1],
      ['monban.requests.waited', 1],
    ]);
  });

  test('how many there are is told until nobody watches any more', async () => {
    const unwatch = watchCount('monban.requests.waiting', '{request}', () =>
      Promise.resolve([[3, { state: 'pending' }]]),
    );
    await stop();
    unwatch();
    const [told] = counted
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics: all }) => all));
    expect(told?.dataPoints.map(({ value, attributes }) => [value, attributes])).toEqual([
      [3, { state: 'pending' }],
    ]);
  });
});

describe('without a collector', () => {
  test('work is done, payloads are stored as they are, and nothing is thrown', async () => {
    const stop = startTelemetry({ exporters: undefined, instance: 'test' });
    const result = await inCase(caseId, 'work', {}, () => Promise.resolve(storedPayload({ requestId: 'r' })));
    count('anything', {});
    await stop();
    expect(result).toBe('{"requestId":"r"}');
  });

  test('a collector that does not answer holds up no stop', async () => {
    const stop = startTelemetry({ exporters: otlpExporters('http://127.0.0.1:9'), instance: 'test' });
    await inSpan('lost', {}, done);
    await expect(stop()).resolves.toBeUndefined();
  });
});
