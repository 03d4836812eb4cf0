/** A path of Graph whose inserted values are single, encoded segments: no value reaches another resource. */
export function graphPath(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts.reduce((path, part, at) => path + segment(values[at - 1] ?? '') + part);
}

/** A text in a `$filter`. */
export function filterText(value: string): string {
  return `'${encodeURIComponent(value.replaceAll("'", "''"))}'`;
}

function segment(value: string): string {
  if (value === '' || value === '.' || value === '..') throw new Error('An id cannot be empty or a dot.');
  return encodeURIComponent(value);
}
