import { createHash } from 'node:crypto';
import {
  context,
  metrics,
  ROOT_CONTEXT,
  type Attributes,
  type Context,
  type ObservableResult,
  type SpanContext,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { isFault } from './faults';

/**
 * What Monban tells of its own work, through OpenTelemetry's interface: without `startTelemetry` all of it does nothing.
 * Attributes are kinds, codes and counts; never a person's id, name or words (SECURITY S13).
 */
const scope = 'monban';

/** Runs a piece of work as a span of the one that is going on. */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return spanUnder(context.active(), name, attributes, work);
}

/**
 * Runs a piece of work as a span of a case: whatever turn, person or instance it belongs to, all that is done about
 * one case is one trace, whose id is the case's.
 */
export function inCase<T>(
  caseId: string,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  const root = caseContext(caseId);
  if (root === undefined) return inSpan(name, attributes, work);
  const around = trace.getSpanContext(context.active());
  if (around?.traceId === root.traceId) return inSpan(name, attributes, work);
  return spanUnder(trace.setSpanContext(ROOT_CONTEXT, root), name, attributes, work, around);
}

/** Runs a piece of work as a span of the one that asked for it, in another turn or on another instance. */
export function inSpanOf<T>(
  carried: string | undefined,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  const from = carriedContext(carried);
  const parent = from === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, from);
  return spanUnder(parent, name, attributes, work);
}

/** The span that is going on, in the form of W3C's `traceparent`, to be carried along with a job. */
export function carriedTrace(): string | undefined {
  const here = trace.getSpanContext(context.active());
  if (here === undefined) return undefined;
  return `00-${here.traceId}-${here.spanId}-0${here.traceFlags & 1}`;
}

/** For the log: by which trace a line belongs to others. */
export function traceFields(): { trace_id?: string; span_id?: string } {
  const here = trace.getSpanContext(context.active());
  return here === undefined ? {} : { trace_id: here.traceId, span_id: here.spanId };
}

/** Counts something that happened. */
export function count(name: string, attributes: Attributes): void {
  metrics.getMeter(scope).createCounter(name).add(1, attributes);
}

/** Writes down how much or how long something was. */
export function measure(name: string, unit: string, value: number, attributes: Attributes): void {
  metrics.getMeter(scope).createHistogram(name, { unit }).record(value, attributes);
}

/** Tells how many there are, each time that metrics are sent. The result stops it. */
export function watchCount(
  name: string,
  unit: string,
  read: () => Promise<readonly (readonly [number, Attributes])[]>,
): () => void {
  const gauge = metrics.getMeter(scope).createObservableGauge(name, { unit });
  const tell = async (result: ObservableResult): Promise<void> => {
    for (const [value, attributes] of await read()) result.observe(value, attributes);
  };
  gauge.addCallback(tell);
  return () => {
    gauge.removeCallback(tell);
  };
}

async function spanUnder<T>(
  parent: Context,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
  linked?: SpanContext,
): Promise<T> {
  const links = linked === undefined ? [] : [{ context: linked }];
  const span = trace.getTracer(scope).startSpan(name, { attributes, links }, parent);
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (thrown) {
    // Not the message: it may quote what somebody wrote.
    const what = isFault(thrown) ? thrown.code : thrown instanceof Error ? thrown.name : 'thrown';
    span.setStatus({ code: SpanStatusCode.ERROR, message: what });
    throw thrown;
  } finally {
    span.end();
  }
}

/** A case's id is random and as long as a trace's. The span it hangs under is one that nobody ever sends. */
function caseContext(caseId: string): SpanContext | undefined {
  const traceId = caseId.replaceAll('-', '').toLowerCase();
  if (!/^(?!0{32})[0-9a-f]{32}$/u.test(traceId)) return undefined;
  const spanId = createHash('sha256').update(traceId).digest('hex').slice(0, 16);
  return { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}

function carriedContext(carried: string | undefined): SpanContext | undefined {
  const parts = /^00-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-0(?<sampled>[01])$/u.exec(
    carried ?? '',
  );
  const { traceId, spanId, sampled } = parts?.groups ?? {};
  if (traceId === undefined || spanId === undefined) return undefined;
  return {
    traceId,
    spanId,
    traceFlags: sampled === '1' ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  };
}
