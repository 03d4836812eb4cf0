import type { RemedyKind } from './remedyPlan';

/** Entra's built-in roles, by their names in English. */
export type EntraRole =
  | 'Authentication Administrator'
  | 'Privileged Authentication Administrator'
  | 'Groups Administrator'
  | 'Security Administrator'
  | 'User Administrator'
  | 'Helpdesk Administrator';

interface NeededRoles {
  /** The least that Entra asks of an approver who signs in for it. */
  readonly ordinary: EntraRole;
  /** The same where the person concerned holds roles themselves; absent, that makes no difference. */
  readonly privileged?: EntraRole | undefined;
}

const methods: NeededRoles = {
  ordinary: 'Authentication Administrator',
  privileged: 'Privileged Authentication Administrator',
};

/**
 * Who could do a remedy in their own name. By Microsoft's pages about each call (adding a group's member, dismissing and
 * confirming risk), Entra's matrix of who manages whose methods, its table of sensitive actions, and the actions of its roles.
 */
export const remedyRoles: Readonly<Record<RemedyKind, NeededRoles>> = {
  'require-mfa-reregistration': methods,
  'issue-temporary-access-pass': methods,
  'mend-phone-number': methods,
  'remove-one-method': methods,
  'exclude-for-a-time': { ordinary: 'Groups Administrator' },
  'dismiss-user-risk': { ordinary: 'Security Administrator' },
  'confirm-user-risk': { ordinary: 'Security Administrator' },
  'enable-account': { ordinary: 'User Administrator', privileged: 'Privileged Authentication Administrator' },
  'revoke-sessions': {
    ordinary: 'Helpdesk Administrator',
    privileged: 'Privileged Authentication Administrator',
  },
};
