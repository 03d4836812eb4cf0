import type { Client } from '@microsoft/microsoft-graph-client';
import type { Mailer } from '../ports/mailer';
import { sendMail } from './sendMail';

/** Mail through Microsoft Graph, from one mailbox. */
export function graphMailer(client: Client, mailboxId: string): Mailer {
  return { send: (mail) => sendMail(client, mailboxId, mail) };
}
