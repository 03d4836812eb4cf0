// The last step of `npm run build`: Monban and the packages it runs on, once more in one file, which is loaded in half the
// time that 1,800 files take. `dist/start.js` runs it where it is newer than what it was made from. The packages stay where
// they are, with their licences, for what is left outside.
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const dist = path.resolve(import.meta.dirname, '..', 'dist');
const [, , entry = path.join(dist, 'runMonban.js'), outfile = path.join(dist, 'bundle.js')] = process.argv;

/**
 * A fifth of all that would be loaded reads numbers, dates and choices out of words, for prompts of the dialogs library
 * that Monban does not use. They stay outside and are loaded when the first of their functions is called. Only the names
 * of the languages are wanted at once, and those are in their common base as well.
 */
const lateRecognizers = {
  name: 'late-recognizers',
  setup({ onLoad, onResolve }) {
    onResolve(
      { filter: /^@microsoft\/recognizers-text-(choice|date-time|number|suite)$/ },
      ({ path: name, namespace, resolveDir }) =>
        namespace === 'late'
          ? { path: name, external: true }
          : { path: name, namespace: 'late', pluginData: resolveDir },
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path: name, pluginData: resolveDir }) => ({
      contents: `
        const { Culture } = require('@microsoft/recognizers-text');
        const atOnce = { __esModule: true, Culture };
        module.exports = new Proxy({}, {
          get: (_, key) => (Object.hasOwn(atOnce, key) ? atOnce[key] : require(${JSON.stringify(name)})[key]),
        });`,
      resolveDir,
    }));
  },
};

/**
 * Stack traces name the very lines of our own code, and of packages the file and the function: to read their lines as well
 * would take a twentieth of a start.
 */
const ownLinesOnly = {
  name: 'own-lines-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path: file }) => {
      const map = { version: 3, sources: [path.basename(file)], names: [], mappings: 'AAAA' };
      const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
      const text = await readFile(file, 'utf8');
      return {
        contents: `${text}\n//# sourceMappingURL=data:application/json;base64,${encoded}`,
        loader: 'js',
      };
    });
  },
};

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node24',
  minifyWhitespace: true,
  // Node prints the line where something was thrown that nobody caught.
  lineLimit: 200,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  // Both are optional to the packages that ask for them, and not installed.
  external: ['dtrace-provider', 'pg-native'],
  plugins: [lateRecognizers, ownLinesOnly],
  logLevel: 'warning',
});
