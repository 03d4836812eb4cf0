import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Response, Server } from 'restify';

/** The page is served as it is written; the compiler does not copy it, so it is read from the sources. */
const pageFolder = path.resolve(__dirname, '../../../src/sandbox/page');
/** The two libraries that the page draws with, from where npm put them. */
const vendorFiles = {
  'adaptivecards.min.js': 'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it.min.js': 'markdown-it/dist/markdown-it.min.js',
} as const;
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Nothing comes from outside; cards may carry their pictures with them. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the chat page. Only files that exist at start have a route, so no path can lead elsewhere. */
export function addPageFiles(server: Server): void {
  for (const name of readdirSync(pageFolder)) {
    serve(server, name === 'index.html' ? '/' : `/page/${name}`, path.join(pageFolder, name));
  }
  for (const [name, file] of Object.entries(vendorFiles)) {
    serve(server, `/vendor/${name}`, require.resolve(file));
  }
}

function serve(server: Server, route: string, file: string): void {
  server.get(route, async (_request: unknown, response: Response) => {
    const content = await readFile(file);
    response.writeHead(200, {
      'content-type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
    response.end(content);
  });
}
