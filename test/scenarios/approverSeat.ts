import { setTimeout as sleep } from 'node:timers/promises';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import type { Seen, WebVisitor } from '../fakes/webVisitor';
import { linkIn, openSeats } from './openSeats';

const satoshi = personId(21);
const yu = personId(24);

export type ApproverSeat = Awaited<ReturnType<typeof approverSeat>>;

/** An Authentication Administrator at their own chat, and the helpdesk who ask, over HTTP. */
export async function approverSeat(chatUrl: string) {
  const seats = await openSeats(chatUrl);
  const chat = seats.chatOf(satoshi);
  await seats.write(chat, satoshi, 'hello');
  return {
    ...seats,
    /** Staff ask for a caller and call back; the approver presses their button. Number, and link to confirm. */
    async askAndApprove(command: string): Promise<{ number: string; link: string }> {
      const before = (await seats.messagesOf(seats.channel, yu)).length;
      await seats.write(seats.channel, yu, command);
      let number: string | undefined;
      for (let looked = 0; number === undefined; looked++) {
        if (looked > 200) throw new Error('no request was opened');
        await sleep(50);
        const said = (await seats.messagesOf(seats.channel, yu)).slice(before);
        number = /(?:申請|request) (R-\w{4,8})/iu.exec(said.map(({ text }) => text ?? '').join('\n'))?.[1];
      }
      await seats.write(seats.channel, yu, `proof ${number} call-back`);
      const card = await seats.seen(chat, satoshi, new RegExp(`${number}.*request/approve`, 'u'));
      const token = /"verb":"request\/approve".*?"token":"([^"]+)"/u.exec(JSON.stringify(card))?.[1];
      const data = { token, reason: 'Called back at the number on file.' };
      await seats.press(chat, satoshi, card.id, { verb: 'request/approve', data });
      return {
        number,
        link: linkIn(await seats.seen(chat, satoshi, new RegExp(`${number}.*/confirm/`, 'u'))),
      };
    },
    /** Opens the link, presses its button, and signs in at Entra. */
    async signIn(browser: WebVisitor, link: string): Promise<Seen> {
      const leaving = await browser.send(await browser.open(link));
      const address = /<a href="([^"]+)" rel="noreferrer">/u.exec(leaving.text)?.[1] ?? '';
      return browser.send(await browser.open(address.replaceAll('&amp;', '&')), { person: satoshi });
    },
  };
}
