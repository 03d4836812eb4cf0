import path from 'node:path';
import { AzureCliCredential } from '@azure/identity';
import { z } from 'zod/v4';
import { createGraphClient } from '../graph/graphClient';
import { isFault } from '../faults';
import { createLog } from '../log';
import { noticeMail } from '../setup/permissionList';
import { registerApp } from '../setup/registerApp';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { readOptions } from './readOptions';

const usage =
  'npm run app:register -- --tenant ID --url https://monban.example.com [--app CLIENT-ID] [--name NAME] [--federate PRINCIPAL-ID] [--remedies KIND,…] [--apply]\n' +
  'Without --apply it only looks. It acts as whoever is signed in by az login (Application Administrator).';
const projectRoot = path.resolve(__dirname, '../..');
const microsoft = {
  MONBAN_GRAPH_URL: 'https://graph.microsoft.com',
  MONBAN_AUTHORITY_HOST: 'https://login.microsoftonline.com',
};

const wishSchema = z.object({
  tenant: z.guid('--tenant must be the directory (tenant) id').toLowerCase(),
  url: z.url({ protocol: /^https$/u, error: '--url must be the https address of Monban' }),
  app: z.guid('--app must be a client id').toLowerCase().optional(),
  federate: z.guid('--federate must be the object id of the managed identity').toLowerCase().optional(),
  name: z.string().min(1),
  remedies: z
    .string()
    .transform((text) => text.split(',').flatMap((kind) => (kind.trim() === '' ? [] : [kind.trim()]))),
  apply: z.boolean(),
});

/** What the settings let Monban do with its own permission. */
function capabilities(): string {
  const { MONBAN_APPLICATION_REMEDIES: remedies = '', MONBAN_LATER_STEPS: later = '' } = process.env;
  const mail = (process.env['MONBAN_NOTICE_MAILBOX'] ?? '') === '' ? '' : noticeMail;
  return [remedies, later, mail].join(',');
}

async function run(): Promise<void> {
  const text = { type: 'string' } as const;
  const given = readOptions(
    process.argv.slice(2),
    {
      ...{ tenant: text, url: text, app: text, federate: text },
      name: { type: 'string', default: 'Monban' },
      remedies: { type: 'string', default: capabilities() },
      apply: { type: 'boolean', default: false },
    },
    usage,
  );
  if ('problem' in given) {
    fail(given.problem);
    return;
  }
  const wish = wishSchema.safeParse({
    ...given.values,
    tenant: given.values.tenant ?? process.env['MONBAN_TENANT_ID'],
    url: given.values.url ?? process.env['MONBAN_PUBLIC_URL'],
    app: given.values.app ?? process.env['MONBAN_BOT_APP_ID'],
  });
  if (!wish.success) {
    fail([...wish.error.issues.map(({ message }) => message), usage].join('\n'));
    return;
  }
  const client = createGraphClient({
    baseUrl: process.env['MONBAN_GRAPH_URL'] ?? microsoft.MONBAN_GRAPH_URL,
    credential: new AzureCliCredential({ tenantId: wish.data.tenant }),
    log: createLog({ level: 'silent' }),
    timeoutMs: 30_000,
  });
  const authorityHost = process.env['MONBAN_AUTHORITY_HOST'] ?? microsoft.MONBAN_AUTHORITY_HOST;
  const outcome = await registerApp({ ...wish.data, client, authorityHost, projectRoot }).catch(
    (thrown: unknown) => {
      if (!isFault(thrown)) throw thrown;
      return { lines: [`Entra was not asked: ${thrown.message}. Is az signed in (az login)?`], right: false };
    },
  );
  outcome.lines.forEach(print);
  if (!outcome.right) process.exitCode = 1;
}

stopWhenNobodyReads();
void run();
