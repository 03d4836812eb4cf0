/** Does the work for each, as many at a time as told, in order. What one throws ends all. */
export async function runTogether<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = all.entries();
  const worker = async (): Promise<void> => {
    for (const [index, one] of entries) await work(one, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
