import type { Logger } from 'pino';
import type { JobCommand } from '../cases/jobCommand';
import { jobReference } from '../cases/jobReference';
import type { Language } from '../cases/language';
import type { Store } from '../ports/store';
import { deadLetterText } from '../text/deadLetterText';
import { listDeadLetters, retryDeadLetter } from '../usecases/deadLetters';

/** Lists the jobs that were given up, or runs one again: what the staff channel reads. */
export async function handleJobCommand(
  deps: { readonly store: Store; readonly log: Logger },
  command: JobCommand,
  staffId: string,
  language: Language,
): Promise<string> {
  const words = deadLetterText[language];
  switch (command.kind) {
    case 'list': {
      const dead = await listDeadLetters(deps);
      const lines = dead.map(({ id, kind, fault }) => `${jobReference(id)} · ${kind} · ${fault ?? '?'}`);
      return lines.length === 0 ? words.none : words.list(lines);
    }
    case 'retry': {
      const outcome = await retryDeadLetter(deps, { reference: command.reference, staffId });
      return outcome === 'unknown' ? words.unknown : words[outcome](jobReference(command.reference));
    }
    case 'retryWhat':
      return words.retryWhat;
  }
}
