import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { plainLine } from '../cards/plainText';
import type { RelayedFile } from '../ports/relayedMessages';

/** More than these are not named one by one. */
const mostFiles = 10;

const attachment = z.looseObject({
  contentType: z.string(),
  contentUrl: z.string().optional(),
  name: z.string().optional(),
});

/** A picture that travels in the message itself; anything bigger does not fit into a message of Teams. */
const inlinePicture = /^data:image\/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]{1,40000}$/u;

/**
 * What came with a message. A file is passed on by its name and link: whoever may open it can. A picture that is only
 * readable by the bot itself is named, unless it is small enough to travel along. Cards and the message's own markup are
 * no files.
 */
export function filesOf({ attachments }: Pick<Activity, 'attachments'>): readonly RelayedFile[] {
  return (attachments ?? []).slice(0, mostFiles).flatMap((given): readonly RelayedFile[] => {
    const read = attachment.safeParse(given).data;
    if (read === undefined || isMarkup(read.contentType)) return [];
    const name = plainLine(read.name ?? read.contentType, 120);
    const url = read.contentUrl ?? '';
    if (inlinePicture.test(url)) return [{ name, picture: url }];
    if (read.contentType.startsWith('image/')) return [{ name }];
    return [isWebAddress(url) ? { name, url } : { name }];
  });
}

function isMarkup(contentType: string): boolean {
  return contentType === 'text/html' || contentType.startsWith('application/vnd.microsoft.card.');
}

function isWebAddress(url: string): boolean {
  return URL.parse(url)?.protocol === 'https:' && url.length < 1500;
}
