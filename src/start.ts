import { namesTenant } from './config';

/**
 * What `npm start` runs: Monban for the tenant that the settings name, else the sandbox.
 * In production it is always Monban, which then says which settings are missing.
 */
async function start(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production' || namesTenant(process.env)) {
    const { runMain } = await import('./main.js');
    await runMain();
  } else {
    const { runSandbox } = await import('./sandbox/main.js');
    await runSandbox(process.argv.slice(2));
  }
}

void start();
