import { fail, print } from './commandOutput';
import { openNamedStore, storeOptions, storeUsage } from './openNamedStore';
import { readOptions } from './readOptions';

const options = { ...storeOptions, person: { type: 'string' }, by: { type: 'string' } } as const;
const usage = `npm run erase -- --person OBJECT-ID --by OBJECT-ID ${storeUsage}`;

const words = {
  erased:
    'Everything about the person is gone but the object ids in the audit trail, which says that it was done.',
  unknown: 'Nothing is stored about that person.',
  stillOpen: 'A case of that person is still open: close it first.',
};

/** Erases what is stored about a person, on request of whoever may ask for it; who did it is written down. */
async function erase(): Promise<void> {
  const read = readOptions(process.argv.slice(2), options, usage);
  if ('problem' in read) {
    fail(read.problem);
    return;
  }
  const { person, by, ...given } = read.values;
  if (person === undefined || by === undefined) {
    fail(`Usage: ${usage}`);
    return;
  }
  const named = await openNamedStore(given, process.env);
  if ('problem' in named) {
    fail(named.problem);
    return;
  }
  try {
    const outcome = await named.opened.housekeeping.erasePerson(person.toLowerCase(), by.toLowerCase());
    if (outcome === 'erased') print(words.erased);
    else fail(words[outcome]);
  } finally {
    await named.opened.close();
  }
}

void erase();
