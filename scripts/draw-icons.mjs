// Draws the app's two icons from their SVGs: node scripts/draw-icons.mjs. Needs a Chromium (CHROMIUM_PATH).
import { URL } from 'node:url';
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const folder = new URL('../manifest/', import.meta.url);
const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { name, size } of icons) {
    const svg = await readFile(new URL(`icons/${name}.svg`, folder), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const style = `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>`;
    await page.setContent(style + svg);
    await writeFile(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
