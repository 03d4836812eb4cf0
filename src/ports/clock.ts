/** The server's clock: epoch milliseconds, UTC (SECURITY S29). Tests pass their own. */
export type Clock = () => number;
