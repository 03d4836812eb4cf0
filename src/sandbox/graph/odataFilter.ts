import type { Resource } from './graphAnswer';

type Predicate = (item: Resource) => boolean;

/** A `$filter` that Graph would refuse, or that goes beyond what the stand-in knows. */
export class FilterProblem extends Error {
  override readonly name = 'FilterProblem';
}

/** Reads a `$filter`: comparisons, `in`, startswith/endswith/contains, `not`, `and`, `or` and parentheses. */
export function parseFilter(text: string, properties: ReadonlySet<string>): Predicate {
  const tokens = text.match(/'(?:[^']|'')*'|[(),]|[^\s(),']+/g) ?? [];
  const reader: Reader = { tokens, at: 0, properties };
  const predicate = anyOf(reader);
  if (reader.at < tokens.length) throw new FilterProblem(`Unexpected '${tokens[reader.at] ?? ''}'.`);
  return predicate;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly properties: ReadonlySet<string>;
}

function anyOf(reader: Reader): Predicate {
  const parts = [allOf(reader)];
  while (took(reader, 'or')) parts.push(allOf(reader));
  return (item) => parts.some((part) => part(item));
}

function allOf(reader: Reader): Predicate {
  const parts = [single(reader)];
  while (took(reader, 'and')) parts.push(single(reader));
  return (item) => parts.every((part) => part(item));
}

function single(reader: Reader): Predicate {
  if (took(reader, 'not')) {
    const inner = single(reader);
    return (item) => !inner(item);
  }
  if (took(reader, '(')) {
    const inner = anyOf(reader);
    expect(reader, ')');
    return inner;
  }
  const word = next(reader);
  const textTest = textTests[word];
  if (textTest !== undefined && took(reader, '(')) return textComparison(reader, textTest);
  return comparison(reader, property(reader, word));
}

const textTests: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

function textComparison(reader: Reader, test: (text: string, part: string) => boolean): Predicate {
  const value = property(reader, next(reader));
  expect(reader, ',');
  const part = literal(next(reader));
  expect(reader, ')');
  return (item) => {
    const text = comparable(value(item));
    return typeof text === 'string' && typeof part === 'string' && test(text, part);
  };
}

type Value = string | number | boolean | null;

const comparisons: Readonly<Record<string, (one: Value, other: Value) => boolean>> = {
  eq: (one, other) => one === other,
  ne: (one, other) => one !== other,
  gt: (one, other) => one !== null && other !== null && one > other,
  ge: (one, other) => one !== null && other !== null && one >= other,
  lt: (one, other) => one !== null && other !== null && one < other,
  le: (one, other) => one !== null && other !== null && one <= other,
};

function comparison(reader: Reader, value: (item: Resource) => unknown): Predicate {
  const operator = next(reader);
  if (operator === 'in') {
    expect(reader, '(');
    const wanted = [literal(next(reader))];
    while (took(reader, ',')) wanted.push(literal(next(reader)));
    expect(reader, ')');
    return (item) => wanted.includes(comparable(value(item)));
  }
  const compare = comparisons[operator];
  if (compare === undefined) throw new FilterProblem(`'${operator}' is no operator that is supported.`);
  const wanted = literal(next(reader));
  return (item) => compare(comparable(value(item)), wanted);
}

/** Reads a property, or one of an object in it: `status/errorCode`. */
function property(reader: Reader, name: string): (item: Resource) => unknown {
  const [first = '', ...rest] = name.split('/');
  if (!reader.properties.has(first)) throw new FilterProblem(`Could not find a property named '${first}'.`);
  return (item) => rest.reduce<unknown>(memberOf, item[first]);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function literal(token: string): Value {
  if (token.startsWith("'")) return comparable(token.slice(1, -1).replaceAll("''", "'"));
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  if (token !== '' && !Number.isNaN(Number(token))) return Number(token);
  // Unquoted: a date, or a GUID. Anything else is a text that somebody forgot to quote.
  if (isDate(token) || /^[0-9a-f-]{36}$/i.test(token)) return comparable(token);
  throw new FilterProblem(`'${token}' is no value.`);
}

/** Texts are compared without regard to case, dates as moments. */
function comparable(value: unknown): Value {
  if (typeof value === 'string') return isDate(value) ? Date.parse(value) : value.toLowerCase();
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text);
}

function next(reader: Reader): string {
  const token = reader.tokens[reader.at];
  if (token === undefined) throw new FilterProblem('It ends too early.');
  reader.at += 1;
  return token;
}

function took(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at]?.toLowerCase() !== token) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, token: string): void {
  if (!took(reader, token)) throw new FilterProblem(`'${token}' was expected.`);
}
