/** What whoever asks for a remedy may choose about it; each kind looks at what concerns it and at nothing else. */
export interface RemedyChoices {
  /** For a lost or stolen device: whoever holds it is signed out everywhere. */
  readonly revokeSessions?: boolean | undefined;
}
