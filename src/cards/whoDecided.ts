import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import { conversationText } from '../text/conversationText';
import { plainLine } from './plainText';

/** Who was faster than the reader, and how long ago: in minutes, for nobody tells us the reader's time zone. */
export function whoDecided(
  { approverName, at }: NonNullable<RemedyRequest['decision']>,
  now: number,
  language: Language,
): string {
  const minutesAgo = Math.max(0, Math.floor((now - at) / 60_000));
  return conversationText[language].decidedBy(plainLine(approverName, 80), minutesAgo);
}
