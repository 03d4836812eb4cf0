import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createServer, type Response, type Server } from 'restify';
import { z } from 'zod/v4';
import type { Card } from '../../src/cards/loadTemplates';
import { addPageFiles } from '../../src/sandbox/teams/pageFiles';

export interface NamedCard {
  readonly name: string;
  readonly card: Card;
}

export interface Look {
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly language: 'ja' | 'en';
  /** Of each card; Teams gives about 440 px in a chat and 280 px on a small phone. */
  readonly width: number;
}

export interface CardGallery {
  draw(cards: readonly NamedCard[], look: Look): Promise<void>;
  problems(): Promise<readonly string[]>;
  picture(file: string): Promise<void>;
  /** Spoils the drawing, to see whether it is noticed. */
  restyle(css: string): Promise<void>;
  close(): Promise<void>;
}

const page = `<!doctype html><html><head><meta charset="utf-8" /><title>Cards</title>
  ${['colours', 'page', 'chat', 'card'].map((name) => `<link rel="stylesheet" href="/page/${name}.css" />`).join('')}
  <script src="/vendor/markdown-it.min.js" defer></script>
  <script src="/vendor/adaptivecards.min.js" defer></script>
  <script src="/gallery.js" type="module"></script></head><body></body></html>`;

/** Cards as Microsoft's renderer draws them with the host configuration of Teams. */
export async function openCardGallery(browser: Browser): Promise<CardGallery> {
  const server = await serveGallery();
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await tab.goto(`${server.url}/gallery`);
  await tab.waitForFunction('window.gallery !== undefined');
  return {
    draw: (cards, look) => drawOn(tab, cards, look),
    problems: async () => z.array(z.string()).parse(await tab.evaluate('window.gallery.problems()')),
    picture: async (file) => {
      await tab.screenshot({ path: file, fullPage: true });
    },
    restyle: async (css) => {
      await tab.addStyleTag({ content: css });
    },
    close: async () => {
      await tab.close();
      server.close();
    },
  };
}

async function drawOn(tab: Page, cards: readonly NamedCard[], look: Look): Promise<void> {
  await tab.evaluate(`window.gallery.draw(${JSON.stringify(cards)}, ${JSON.stringify(look)})`);
}

async function serveGallery(): Promise<Server> {
  const server = createServer({ name: '' });
  addPageFiles(server);
  const script = await readFile(path.join(__dirname, 'gallery.js'), 'utf8');
  const serve = (route: string, type: string, body: string) =>
    server.get(route, async (_request: unknown, response: Response) => {
      await Promise.resolve();
      response.sendRaw(200, body, { 'Content-Type': type });
    });
  serve('/gallery', 'text/html; charset=utf-8', page);
  serve('/gallery.js', 'text/javascript; charset=utf-8', script);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
