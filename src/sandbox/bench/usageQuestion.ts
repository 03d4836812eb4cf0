/** What the probe in a measured bot is asked. */
export const usageQuestion = 'usage';
