/** Bidirectional controls, zero-width characters, and C0/C1 controls but tab and newline. */
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** What Teams reads as Markdown or as a mention in a TextBlock. */
const markup = /[\\`*_{}[\]()<>#+\-.!|~&]/gu;

/**
 * Makes untrusted text (a display name, a reason, a device's name) safe to show in a card (SECURITY S16):
 * one line, no invisible characters, no Markdown, no mentions, at most `limit` characters.
 */
export function plainText(untrusted: string, limit = 200): string {
  const line = untrusted.replace(invisible, '').replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  const cut = characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line;
  return cut.replace(/\$\{/gu, '$ {').replace(markup, '\\$&');
}
