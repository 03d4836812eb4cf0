import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';

interface TelemetryOptions {
  readonly instance: string;
  /** Undefined: nothing is told to anybody. */
  readonly exporters: TelemetryExporters | undefined;
  readonly everyMs?: number;
}

interface TelemetryExporters {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}

/** To a collector that takes OTLP over HTTP, such as `http://127.0.0.1:4318`. */
export function otlpExporters(url: string | undefined): TelemetryExporters | undefined {
  if (url === undefined) return undefined;
  const base = url.replace(/\/$/u, '');
  return {
    spans: new OTLPTraceExporter({ url: `${base}/v1/traces` }),
    metrics: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
  };
}

/** Switches on what `telemetry` tells. The result sends what is left and switches it off again. */
export function startTelemetry({
  instance,
  exporters,
  everyMs = 5000,
}: TelemetryOptions): () => Promise<void> {
  if (exporters === undefined) return () => Promise.resolve();
  const resource = resourceFromAttributes({ 'service.name': 'monban', 'service.instance.id': instance });
  const spans = new BatchSpanProcessor({ exporter: exporters.spans, scheduledDelayMillis: everyMs });
  const tracers = new TracerProvider({ resource, spanProcessors: [spans] });
  const reader = new PeriodicExportingMetricReader({
    exporter: exporters.metrics,
    exportIntervalMillis: 6 * everyMs,
    exportTimeoutMillis: everyMs,
  });
  const meters = new MeterProvider({ resource, readers: [reader] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(tracers);
  metrics.setGlobalMeterProvider(meters);
  return async () => {
    // A collector that is gone must not keep a stop from ending.
    await Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
    for (const api of [context, trace, metrics]) api.disable();
  };
}
