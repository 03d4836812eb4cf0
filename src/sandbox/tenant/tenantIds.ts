/** The ids that the simulated tenant always has, so that settings, tests and screenshots can name them. */
export const tenantIds = {
  tenantId: '5a4db0c1-0000-4000-8000-000000000001',
  botId: '5a4db0c1-0000-4000-8000-0000000000b0',
  approversGroup: '5a4db0c1-0000-4000-8000-0000000000a1',
  staffGroup: '5a4db0c1-0000-4000-8000-0000000000a2',
  everyoneGroup: '5a4db0c1-0000-4000-8000-0000000000a3',
  roleAssignableGroup: '5a4db0c1-0000-4000-8000-0000000000a4',
  exclusionGroup: '5a4db0c1-0000-4000-8000-0000000000a5',
  restrictedUnit: '5a4db0c1-0000-4000-8000-0000000000c1',
} as const;

/** The object id of the n-th person of the seed. */
export function personId(n: number): string {
  return `5a4db0c1-0000-4000-9000-${String(n).padStart(12, '0')}`;
}
