/** Why something is frozen: what staff and the trail are told. */
export type FreezeReason = 'notMe' | 'managerSaysNo' | 'wrongPhrases' | 'staff';
