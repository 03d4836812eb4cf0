import type { Secret } from '../secret';

/** A pass that waits to be shown once. Lives in memory only; a restart loses it, and the pass is then deleted in the tenant. */
export interface LockedPass {
  readonly requestId: string;
  /** Who may see it, by object id in lower case. They have to sign in for that (SECURITY S15). */
  readonly viewerId: string;
  readonly value: Secret;
  readonly personName: string;
  readonly language: 'ja' | 'en';
  readonly lifetimeInMinutes: number;
  readonly isUsableOnce: boolean;
  /**
   * Told to the viewer on the telephone: who cannot sign in, because that is their trouble, opens it with these. They
   * are in no chat with the link, so that neither a stolen chat nor the approver opens it alone (SECURITY S6, S15).
   */
  readonly words?: string | undefined;
}

export interface PassViewer {
  readonly requestId: string;
  readonly viewerId: string;
}

export interface PassLocker {
  /** Keeps a pass until `expiresAt`; gives the one-time token of the page that shows it. */
  put(pass: LockedPass, expiresAt: number): string;
  /** Whether there is a pass under this token, without taking it. */
  has(token: string): boolean;
  /** The language of the pass under this token, without taking it; undefined where there is none. */
  languageOf(token: string): 'ja' | 'en' | undefined;
  /** Who may see the pass under this token; undefined where there is none. */
  viewerOf(token: string): string | undefined;
  /** Whether it can be opened with words. */
  asksForWords(token: string): boolean;
  /** Whether these are its words. After some wrong ones the pass is thrown away, and the tenant's copy deleted in time. */
  tryWords(token: string, typed: string): boolean;
  /** Takes the pass out: the second call gives nothing. */
  take(token: string): LockedPass | undefined;
  /** Whether a pass of this request waits for this viewer. */
  waitsFor(viewer: PassViewer): boolean;
  /** Takes it out by its request, for a viewer who has just confirmed it. */
  takeFor(viewer: PassViewer): LockedPass | undefined;
}
