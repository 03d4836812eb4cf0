/** Whether two Entra object ids are the same one: directories and people write them in either case (SECURITY S3). */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
