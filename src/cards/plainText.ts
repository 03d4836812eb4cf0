/** Controls and format characters: bidirectional marks, zero-width characters, C0 and C1. */
const invisible = /[\p{Cc}\p{Cf}]/gu;
/** What an Adaptive Card's TextBlock reads as Markdown or as a mention. */
const markup = /[\\`*_[\]()<>#~|]|^[-+]|^\d+\./gu;
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Makes untrusted text (a display name, a reason, a device's name) one line without invisible characters,
 * at most `limit` characters long (SECURITY S16). For places that know no Markdown: a TextRun, a choice's title.
 */
export function plainLine(untrusted: string, limit = 200): string {
  const line = untrusted.replace(/\s+/gu, ' ').replace(invisible, '').trim();
  const seen = [...characters.segment(line)];
  if (seen.length <= limit) return unexpanded(line);
  const cut = seen.slice(0, limit - 1).map(({ segment }) => segment);
  return `${unexpanded(cut.join(''))}…`;
}

/** Neither our templates (`${…}`) nor the client (`{{DATE(…)}}`) have anything to fill in here. */
function unexpanded(line: string): string {
  return line.replaceAll('${', '$ {').replaceAll('{{', '{ {');
}

/** What somebody wrote, for a message that is sent as plain text: its lines stay, what cannot be seen goes (SECURITY S16). */
export function plainWords(untrusted: string): string {
  return untrusted
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replaceAll('\t', ' ').replace(invisible, ''))
    .join('\n')
    .trim();
}

/** The same for places that read Markdown (TextBlock, FactSet): what would be markup is escaped. */
export function plainText(untrusted: string, limit = 200): string {
  return plainLine(untrusted, limit).replace(markup, '\\$&');
}
