import { z } from 'zod/v4';

const button = z.looseObject({ url: z.string().regex(/\/pass\//u) });

/** The tokens of the pass pages that a chat's cards lead to, in the order of the cards. */
export function passLinks(node: unknown): readonly string[] {
  const read = button.safeParse(node).data;
  if (read !== undefined) return [read.url.split('/pass/')[1] ?? ''];
  if (Array.isArray(node)) return node.flatMap(passLinks);
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(passLinks) : [];
}
