/** A common end for several reads: `over` says `late` once the time is up. */
interface TimeBudget {
  readonly over: Promise<'late'>;
  /** Stops the clock where everything came in time. */
  readonly end: () => void;
}

/** Starts a budget. What is late goes on unheard: it cannot be called back, and the Graph client's limits bound it. */
export function startTimeBudget(budgetMs: number): TimeBudget {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, budgetMs, 'late');
  });
  return {
    over,
    end: () => {
      clearTimeout(timer);
    },
  };
}
