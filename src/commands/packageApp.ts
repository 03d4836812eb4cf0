import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { teamsPackage } from '../setup/teamsPackage';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { readOptions } from './readOptions';

const usage =
  'npm run package -- [--bot ID] [--url https://monban.example.com] [--developer NAME] [--out FILE]; ' +
  'without --bot and --url the settings MONBAN_BOT_APP_ID and MONBAN_PUBLIC_URL are taken';
const projectRoot = path.resolve(__dirname, '../..');

const wishSchema = z.object({
  botAppId: z.guid('--bot (or MONBAN_BOT_APP_ID) must be the application id of the bot').toLowerCase(),
  publicUrl: z.url({
    protocol: /^https$/u,
    error: '--url (or MONBAN_PUBLIC_URL) must be the https address of Monban',
  }),
  developerName: z.string().min(1).max(32, '--developer may have 32 characters: Teams shows no more'),
});
const packageSchema = z.object({ version: z.string() });

function run(): void {
  const given = readOptions(
    process.argv.slice(2),
    {
      bot: { type: 'string' },
      url: { type: 'string' },
      developer: { type: 'string', default: 'IT' },
      out: { type: 'string', default: path.join('build', 'monban-teams.zip') },
    },
    usage,
  );
  if ('problem' in given) {
    fail(given.problem);
    return;
  }
  const { bot, url, developer, out } = given.values;
  const wish = wishSchema.safeParse({
    botAppId: bot ?? process.env['MONBAN_BOT_APP_ID'],
    publicUrl: url ?? process.env['MONBAN_PUBLIC_URL'],
    developerName: developer,
  });
  if (!wish.success) {
    fail(wish.error.issues.map(({ message }) => message).join('\n'));
    return;
  }
  const { version } = packageSchema.parse(
    JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')),
  );
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  writeFileSync(out, teamsPackage(projectRoot, { ...wish.data, version }));
  print(`${out}: upload it in the Teams admin center under Teams apps, Manage apps.`);
}

stopWhenNobodyReads();
run();
