import { z } from 'zod/v4';

/** The default second factor as Graph names it. None, and values that are added later, are as good as unknown. */
export const preferredMethod = z
  .enum(['push', 'oath', 'voiceMobile', 'voiceAlternateMobile', 'voiceOffice', 'sms'])
  .optional()
  .catch(undefined);
