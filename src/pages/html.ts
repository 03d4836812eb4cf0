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

const style = `
:root { color-scheme: light dark; }
body { font: 1.1rem/1.7 system-ui, sans-serif; max-width: 38rem; margin: 0 auto; padding: 1.5rem; }
nav { text-align: right; }
button { font: inherit; padding: .7rem 1.4rem; border-radius: .4rem; border: 2px solid; cursor: pointer; }
.pass { font: 700 2rem/1.6 ui-monospace, Consolas, monospace; }
.pass span { margin-right: .6em; white-space: pre; }
dt { font-weight: 700; }
ol.spelled { font-family: ui-monospace, Consolas, monospace; }
.warning { border-left: .3rem solid; padding-left: 1rem; }
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

/** A whole page. */
export function page(content: { language: Language; title: string; body: Html }): string {
  const { language, title, body } = content;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        ${body}
      </body>
    </html> `.source;
}
