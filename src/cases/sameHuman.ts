import type { Person } from './person';
import { sameId } from './sameId';

/**
 * Whether two accounts are, by the directory's word, one human being's: the same object, the same employee id, or the
 * same mail address. An everyday and an admin account of one person so count as one (SECURITY S3, S4). Names and
 * alias-like user names prove nothing and are not looked at; what the directory does not link, nobody can see here.
 */
export function sameHuman(one: Person, other: Person): boolean {
  return sameId(one.id, other.id) || same(one.employeeId, other.employeeId) || same(one.mail, other.mail);
}

function same(one: string | undefined, other: string | undefined): boolean {
  const plain = one?.trim().toLowerCase();
  return plain !== undefined && plain !== '' && plain === other?.trim().toLowerCase();
}
