import { statSync } from 'node:fs';
import { createRequire, enableCompileCache, setSourceMapsSupport } from 'node:module';
import path from 'node:path';
import { namesTenant } from './namesTenant';

/** node:sqlite without a warning, and with a SQLite that has the fix for the WAL-reset race. */
const oldestNode = 24;

/** All that Monban runs on in one file, by `scripts/bundle.mjs`. */
const bundle = path.join(__dirname, 'bundle.js');

/**
 * What `npm start` runs: Monban for the tenant that the settings name, else the sandbox.
 * In production it is always Monban, which then says which settings are missing.
 */
async function start(): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < oldestNode) {
    process.stderr.write(
      `Monban needs Node ${String(oldestNode)}, and this is ${process.version}: start it with npm start.\n`,
    );
    process.exitCode = 1;
    return;
  }
  // Of our own code only: those of all packages would be read as well, which takes a tenth of the start.
  setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
  if (process.env['NODE_ENV'] === 'production' || namesTenant(process.env)) {
    if (isBundled()) runBundle();
    else await import('./runMonban.js');
  } else {
    const { runSandbox } = await import('./sandbox/main.js');
    await runSandbox(process.argv.slice(2));
  }
}

/**
 * What Node compiles of it is kept beside it for the next start: who can write there can write the program as well, so a
 * folder that others share would not do. Where the account may not write there, as in the image, nothing is kept.
 */
function runBundle(): void {
  enableCompileCache(path.join(__dirname, '.compile-cache'));
  createRequire(__filename)(bundle);
}

/** What was compiled after the bundle was made counts: then the bundle is left alone. */
function isBundled(): boolean {
  const made = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs;
  const compiled = statSync(path.join(__dirname, '.tsbuildinfo'), { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && compiled !== undefined && made >= compiled;
}

void start();
