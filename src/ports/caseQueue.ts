import type { Case, CaseState } from '../cases/case';

/** Which of the cases that are not closed. */
export interface CaseFilter {
  readonly state?: Exclude<CaseState, 'closed'> | undefined;
  /** A member of staff's object id; `null` for those that nobody has taken. */
  readonly ownerId?: string | null | undefined;
}

/** `waitingLongest` and `newest` go by when a case was opened, `changedLast` by its last change. */
export type CaseOrder = 'waitingLongest' | 'newest' | 'changedLast';

/** The last case of a page: the next one begins after it, whatever was opened or closed meanwhile. */
export interface PageMark {
  readonly at: number;
  readonly id: string;
}

export interface CasePage {
  readonly cases: readonly Case[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: PageMark | undefined;
}

/** The staff's view of all cases that are not closed, as quick with a million stored cases as with a few. */
export interface CaseQueue {
  page(wish: {
    readonly filter: CaseFilter;
    readonly order: CaseOrder;
    readonly size: number;
    readonly after?: PageMark | undefined;
  }): Promise<CasePage>;
  /** How many there are, `most` standing for "that many or more": nobody reads on after a thousand. */
  count(filter: CaseFilter, most: number): Promise<number>;
}
