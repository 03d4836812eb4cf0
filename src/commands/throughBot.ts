import path from 'node:path';
import { readKnowledge } from '../readKnowledge';
import { parseKnowledge } from '../triage/parseKnowledge';
import { readCaseFile } from './caseFile';
import { fail, print, stopWhenNobodyReads } from './commandOutput';
import { openOutsideChat } from './outsideChat';
import { readOptions } from './readOptions';
import { walkCase } from './walkCase';
import { walkThroughBot } from './walkThroughBot';

const usage =
  'npm run through-bot -- --cases FILE [--bot http://127.0.0.1:3978] [--graph http://127.0.0.1:3980], ' +
  'beside a sandbox that was started with: npm start -- --open';

/**
 * Tells every case of a file to the running bot and holds its answer against the engine's own.
 * @returns how many cases ended otherwise than the engine says
 */
async function tellAll(file: string, addresses: { bot: string; graph: string }): Promise<number> {
  const parsed = parseKnowledge(readKnowledge(path.resolve(__dirname, '../..')));
  if (!parsed.ok) throw new Error('the knowledge base is not usable: run npm run knowledge:check to see why');
  const read = readCaseFile(file);
  if ('problem' in read) throw new Error(read.problem);
  const chat = await openOutsideChat(addresses);
  let different = 0;
  try {
    for (const supportCase of read.cases) {
      // A blank person's tenant tells nothing, so the engine is not given its word either.
      const expected = walkCase(parsed.knowledge, { ...supportCase, tenant: {} });
      const causes = expected.assessment.causes.map(({ cause }) => cause);
      const told = await walkThroughBot(chat, supportCase);
      const same =
        told.route === expected.assessment.route &&
        told.causes.every((cause, rank) => cause === causes[rank]) &&
        told.asked.join() === expected.asked.join();
      if (!same) different += 1;
      print(JSON.stringify({ id: supportCase.id, same, ...told }));
    }
  } finally {
    await chat.close();
  }
  print(`${read.cases.length} cases told, ${different} different`);
  return different;
}

stopWhenNobodyReads();
const given = readOptions(
  process.argv.slice(2),
  {
    cases: { type: 'string' },
    bot: { type: 'string', default: 'http://127.0.0.1:3978' },
    graph: { type: 'string', default: 'http://127.0.0.1:3980' },
  },
  usage,
);
if ('problem' in given) fail(given.problem);
else if (given.values.cases === undefined) fail(`Say which cases. Usage: ${usage}`);
else {
  tellAll(given.values.cases, given.values).then(
    (different) => {
      process.exitCode = different === 0 ? 0 : 1;
    },
    (thrown: unknown) => {
      fail(thrown instanceof Error ? thrown.message : String(thrown));
    },
  );
}
