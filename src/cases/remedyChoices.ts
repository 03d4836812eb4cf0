import type { MethodKind, PhoneType } from './authenticationMethod';

/** What whoever asks for a remedy may choose about it; each kind looks at what concerns it and at nothing else. */
export interface RemedyChoices {
  /** For a lost or stolen device: whoever holds it is signed out everywhere. */
  readonly revokeSessions?: boolean | undefined;
  /** Passkeys and Windows Hello that are lost too; without a word about them they stay. */
  readonly lostMethodIds?: readonly string[] | undefined;
  /** Which method it is about. */
  readonly methodId?: string | undefined;
  /** Or, where nobody has seen the ids, of which kind. */
  readonly methodKind?: MethodKind | undefined;
  /** The slot that a number belongs in. */
  readonly movesTo?: PhoneType | undefined;
  /** The default when it was planned, for a moment in which the tenant does not tell. */
  readonly knownDefaultId?: string | undefined;
  /** How long an exclusion, or a pass, is wished for. */
  readonly minutes?: number | undefined;
  /** Staff says that a pass, which is the smaller thing, does not help. */
  readonly passDoesNotHelp?: boolean | undefined;
}
