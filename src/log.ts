import { pino, type DestinationStream, type LevelWithSilent, type Logger } from 'pino';
import type { Secret } from './secret';
import { traceFields } from './telemetry';

export type Log = Logger;

/** Keys whose values never belong in a log, as deep as anything of ours nests them. */
const privateKeys = [
  'text',
  'value',
  'summary',
  'attachments',
  'body',
  'rawBody',
  'headers',
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'access_token',
  'refresh_token',
  'id_token',
  'assertion',
  'password',
  'secret',
  'clientSecret',
  'client_secret',
  'pass',
  'temporaryAccessPass',
  'phoneNumber',
];
const depths = ['', '*.', '*.*.', '*.*.*.', '*.*.*.*.'];

/**
 * What is a secret by its look: bearer tokens, JSON web tokens, telephone numbers. The look-arounds keep ids, which
 * have digits between hyphens too, from being taken for numbers.
 */
const secretLooks: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[\w.~+/-]+=*/gi, 'Bearer [token]'],
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)*/g, '[token]'],
  [/\+\d{1,3}[ \d()./-]{5,18}\d/g, '[phone]'],
  [/(?<![\w-])\(?0\d{1,4}[) -]{0,2}\d{1,4}[ -]?\d{3,4}(?![\w-])/g, '[phone]'],
  [/(?<![\w-])\(?\d{3}[) -]{1,2}\d{3}-\d{4}(?![\w-])/g, '[phone]'],
];

/** Registered secrets are few: those of the settings, and passes of which one is seldom alive. */
const keptSecrets = 200;

/** Replaces secrets in text by value, whatever field they are in (SECURITY S13). */
export interface Redaction {
  /** From now on this value, also in base64 or a URL, is replaced. */
  add(secret: Secret): void;
  apply(text: string): string;
}

/** A redaction that knows tokens and telephone numbers by their look, and the values that it is told. */
export function createRedaction(): Redaction {
  const forms: string[][] = [];

  function add(secret: Secret): void {
    const value = secret.reveal();
    if (value.length < 4) return; // would blank out half of the log
    const bytes = Buffer.from(value);
    const escaped = JSON.stringify(value).slice(1, -1);
    forms.push([
      value,
      escaped,
      encodeURIComponent(value),
      bytes.toString('base64'),
      bytes.toString('base64url'),
    ]);
    if (forms.length > keptSecrets) forms.shift();
  }

  function apply(text: string): string {
    const withoutKnown = forms.flat().reduce((line, form) => line.replaceAll(form, '[secret]'), text);
    return secretLooks.reduce((line, [look, name]) => line.replace(look, name), withoutKnown);
  }

  return { add, apply };
}

/** The log for operators: one JSON object a line, without people's words, tokens, passes or telephone numbers. */
export function createLog(options: {
  level: LevelWithSilent;
  destination?: DestinationStream | undefined;
  redaction?: Redaction | undefined;
}): Log {
  const redaction = options.redaction ?? createRedaction();
  const settings = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths: depths.flatMap((depth) => privateKeys.map((key) => depth + key)), censor: '[redacted]' },
    mixin: traceFields,
    serializers: { err: describeError, error: describeError },
    hooks: { streamWrite: (line: string) => redaction.apply(line) },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/**
 * An error without its other properties, which in HTTP clients hold requests with their headers and bodies.
 * A SyntaxError's message quotes the text that could not be parsed.
 */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const quotesInput = error instanceof SyntaxError;
  return {
    type: error.name,
    message: quotesInput ? '[input]' : error.message,
    ...codeOf(error),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .join('\n'),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

function codeOf(error: Error): { code?: unknown; status?: unknown } {
  return {
    ...('code' in error ? { code: error.code } : {}),
    ...('status' in error ? { status: error.status } : {}),
  };
}
