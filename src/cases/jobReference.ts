/** How people name a job: the beginning of its id. Long enough to be one, short enough to be typed. */
export function jobReference(jobId: string): string {
  return `J-${jobId.slice(0, 8)}`;
}

/** The beginning of a job's id out of what was typed; undefined where it is no reference. */
export function readJobReference(text: string): string | undefined {
  return /^j-([0-9a-z-]{8,36})$/iu.exec(text.trim())?.[1]?.toLowerCase();
}
