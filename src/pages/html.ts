import { createHash } from 'node:crypto';
import type { Language } from '../cases/language';

/** HTML that is safe to send as it is. Only `html` and `joined` make it. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** Builds HTML from a template; every string that is put in is escaped, HTML is not escaped twice. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  return new Html(
    parts.reduce((source, part, index) => {
      const value = values[index - 1] ?? '';
      return source + (value instanceof Html ? value.source : escape(value)) + part;
    }),
  );
}

/** One piece after the other. */
export function joined(pieces: readonly Html[]): Html {
  return new Html(pieces.map((piece) => piece.source).join('\n'));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Every text stands out from its ground by at least 4.5 to 1 (WCAG AA), in light and in dark. */
const style = `
:root { color-scheme: light dark; --page: #f5f5f5; --card: #fff; --ink: #242424; --quiet: #424242; --line: #d1d1d1; --accent: #4f52b2; --on-accent: #fff; --notice: #fdf6d8; }
@media (prefers-color-scheme: dark) { :root { --page: #1f1f1f; --card: #292929; --ink: #fff; --quiet: #d6d6d6; --line: #525252; --accent: #aeb1f5; --on-accent: #1f1f1f; --notice: #3b3416; } }
* { box-sizing: border-box; }
body { font: 1.0625rem/1.7 'Segoe UI', 'Yu Gothic UI', 'Noto Sans JP', system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 0; padding: 1rem; }
nav, main { max-width: 40rem; margin: 0 auto; }
nav { text-align: right; padding-bottom: .5rem; }
main { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1.5rem 2rem 2rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); }
input { font: inherit; color: var(--ink); background: var(--card); width: 100%; padding: .5rem .75rem; border: 1px solid var(--quiet); border-radius: .375rem; }
button { font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); padding: .6rem 1.4rem; border: 2px solid transparent; border-radius: .375rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.pass { font: 700 1.75rem/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; border: 2px solid var(--accent); border-radius: .375rem; padding: .75rem 1rem; margin: 0 0 1rem; }
.pass span { margin-right: .6em; white-space: pre; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; font-weight: 600; }
ol.spelled { font-family: ui-monospace, Consolas, monospace; columns: 2; padding-left: 2.5rem; }
.shown { white-space: pre-line; overflow-wrap: anywhere; }
.warning { background: var(--notice); border-radius: .375rem; padding: .75rem 1rem .75rem 2.25rem; }
`;
// Not through `html`: the policy's hash is over every character of it, blanks included.
const styleElement = new Html(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');

/** The headers of our pages: no scripts, no foreign style, nothing kept, no frame, no address given to others. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** A whole page; with `refresh` it leads on by itself, to the address or to itself. */
export function page(content: {
  language: Language;
  title: string;
  body: Html;
  refresh?: { readonly seconds: number; readonly address?: string } | undefined;
}): string {
  const { body, language, refresh, title } = content;
  const to = refresh?.address === undefined ? '' : `;url=${refresh.address}`;
  const refreshed =
    refresh === undefined
      ? html``
      : html`<meta http-equiv="refresh" content="${String(refresh.seconds)}${to}" />`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refreshed}
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        ${body}
      </body>
    </html> `.source;
}
