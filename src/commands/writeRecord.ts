import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { recordMarkdown } from '../records/recordMarkdown';
import { recordPdf } from '../records/recordPdf';
import { recordSheet } from '../records/recordSheet';
import { readKnowledge } from '../readKnowledge';
import { parseKnowledge } from '../triage/parseKnowledge';
import { readRecord } from '../usecases/readRecord';
import { fail, print } from './commandOutput';
import { openNamedStore, storeOptions, storeUsage } from './openNamedStore';

const usage = `npm run record -- C-7K2M [--language ja|en] [--by ID] [--folder FOLDER] ${storeUsage}`;
const projectRoot = path.resolve(__dirname, '..', '..');

/** Writes a case's work record as PDF and Markdown. Who asked is in the trail; names come from what the case holds. */
async function writeRecord(): Promise<void> {
  const read = argumentsOf(process.argv.slice(2));
  if (read === undefined) {
    fail(`Usage: ${usage}`);
    return;
  }
  const named = await openNamedStore(read, process.env);
  if ('problem' in named) {
    fail(named.problem);
    return;
  }
  const { opened } = named;
  try {
    const facts = await readRecord(
      { store: opened.store, clock: Date.now },
      { caseNumber: read.number, readerId: read.by },
    );
    if (facts === undefined) {
      fail(`There is no case ${read.number}.`);
      return;
    }
    const knowledge = parseKnowledge(readKnowledge(projectRoot));
    if (!knowledge.ok) {
      fail('The knowledge is not usable: see "npm run knowledge:check".');
      return;
    }
    const sheet = recordSheet(knowledge.knowledge, facts, read.language);
    const file = path.join(read.folder, `${read.number}-${read.language}`);
    writeFileSync(`${file}.pdf`, await recordPdf(sheet));
    writeFileSync(`${file}.md`, recordMarkdown(sheet));
    print(`${file}.pdf`);
    print(`${file}.md`);
  } finally {
    await opened.close();
  }
}

function argumentsOf(args: readonly string[]) {
  const options = {
    ...storeOptions,
    language: { type: 'string' },
    by: { type: 'string' },
    folder: { type: 'string' },
  } as const;
  const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
  const number = positionals[0]?.toUpperCase();
  const { by = 'server', folder = '.', language = 'ja', ...store } = values;
  if (number === undefined || !/^C-[0-9A-Z]{4,8}$/u.test(number)) return undefined;
  if (language !== 'ja' && language !== 'en') return undefined;
  return { ...store, by, folder, language, number } as const;
}

void writeRecord();
