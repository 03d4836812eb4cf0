/** What people are told about a request. */
export const requestEvents = [
  'requested',
  'approved',
  'denied',
  'expired',
  'withdrawn',
  'frozen',
  'done',
  'partial',
  'failed',
] as const;
export type RequestEvent = (typeof requestEvents)[number];

/** What somebody is to a request decides which words they get. */
export const listeners = ['person', 'requester', 'approver'] as const;
export type Listener = (typeof listeners)[number];
