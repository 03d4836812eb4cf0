import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The value of every pass that the scripted tenant issues. */
export const canary = 'Kn4rY+9zQw7';
/** What every pass of the simulated tenant begins with where tests start it; the rest of each is random. */
export const canaryPrefix = 'Wd5pX8kLr2vT';

/** Where the whole run notes what leaked; test/canary/end.js fails the run where there is anything. */
const folder = process.env['MONBAN_CANARY_FOLDER'];

/** A canary as it may turn up: each part of six characters, and in base64 wherever it begins within a longer text. */
function traces(value: string): readonly string[] {
  const parts = Array.from({ length: value.length - 5 }, (_, start) => value.slice(start, start + 6));
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.from('x'.repeat(before) + value).toString('base64');
    // The first letters hold what comes before it, the last ones what comes after.
    return encoded.slice(before === 0 ? 0 : 4, Math.floor(((value.length + before) * 8) / 6) - 1);
  });
  return [...parts, ...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}

const sought = [...new Set([...traces(canary), ...traces(canaryPrefix), encodeURIComponent(canary)])];

/** Which of these places hold a pass or a part of one (SECURITY S13). */
export function leaksIn(places: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    sought.some((trace) => text.includes(trace)) ? [place] : [],
  );
}

/** Looks through what a test leaves behind, whatever the test was about; what is found fails the whole run at its end. */
export function noteLeaks(places: Readonly<Record<string, string>>): void {
  const found = leaksIn(places);
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const scanned = path.join(folder, `scanned-${process.pid}`);
  writeFileSync(scanned, `${Object.keys(places).join(' ')}\n`, { flag: 'a' });
  if (found.length === 0) return;
  const stack = new Error('a pass leaked').stack ?? '';
  const test = /\(?([^\s(]*test\/[^\s)]*)/u.exec(stack.split('\n').slice(3).join('\n'))?.[1] ?? 'a test';
  writeFileSync(path.join(folder, `leak-${process.pid}`), `${found.join(', ')}: ${test}\n`, { flag: 'a' });
}
