import { setSourceMapsSupport } from 'node:module';
import { namesTenant } from './config';

/** node:sqlite without a warning, and with a SQLite that has the fix for the WAL-reset race. */
const oldestNode = 24;

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
    const { runMain } = await import('./main.js');
    await runMain();
  } else {
    const { runSandbox } = await import('./sandbox/main.js');
    await runSandbox(process.argv.slice(2));
  }
}

void start();
