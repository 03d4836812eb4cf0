import { createHash } from 'node:crypto';

/** SHA-256 in hex: of a plan (the digest that an approval is bound to), of a card's token (only the hash is stored). */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
