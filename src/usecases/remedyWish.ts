import type { Language } from '../cases/language';
import type { RemedyChoices } from '../cases/remedyChoices';
import type { RemedyKind } from '../cases/remedyPlan';
import type { Door, RemedyRequest } from '../cases/remedyRequest';

/** What is asked for, for whom and by whom. */
export interface RemedyWish extends RemedyChoices {
  readonly caseId: string;
  readonly personId: string;
  readonly requesterId: string;
  readonly openerId: string;
  /** Whose word brought it. */
  readonly door: Door;
  readonly remedy: RemedyKind;
  /** The language in which the person concerned is told. */
  readonly language: Language;
  /** What this goes on with, by whose word: the same people and the same proof, and nothing that was not planned before. */
  readonly goesOn?: { readonly from: RemedyRequest; readonly actorId: string } | undefined;
}
