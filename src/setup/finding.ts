/** Something that the doctor found: `wrong` keeps Monban from working, or from being safe; a `note` may be meant so. */
export interface Finding {
  readonly level: 'wrong' | 'note';
  readonly what: string;
  /** What a person does about it. */
  readonly todo: string;
}

export const wrong = (what: string, todo: string): Finding => ({ level: 'wrong', what, todo });
export const note = (what: string, todo: string): Finding => ({ level: 'note', what, todo });
