// POST /users/{id}/sendMail · application Mail.Send
import type { Client } from '@microsoft/microsoft-graph-client';
import { postOnly } from './ask';
import { graphPath } from './graphPath';

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a plain mail as a mailbox, and keeps no copy there. Graph answers once it has taken it, not once it is delivered. */
export function sendMail(client: Client, mailboxId: string, { subject, text, to }: Mail): Promise<void> {
  const message = {
    subject,
    body: { contentType: 'Text', content: text },
    toRecipients: [{ emailAddress: { address: to } }],
  };
  return postOnly(client.api(graphPath`/users/${mailboxId}/sendMail`), { message, saveToSentItems: false });
}
