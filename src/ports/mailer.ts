/** Sends plain mail, from the one mailbox that Monban may use. Throws Faults `graph-*` and `entra-*`. */
export interface Mailer {
  send(mail: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}
