import { isAtRisk } from '../cases/userRisk';
import { writingModule } from './writingModule';

/** What lets a person in again, or keeps everybody out, with one call each. All of them may be repeated without harm. */
export const riskDismissalModule = writingModule<'dismiss-user-risk'>({
  writes: ({ remedies }, _run, { personId }) => [
    { step: 'dismiss-risk', write: () => done(remedies.dismissRisk(personId)) },
  ],
  shows: async ({ directory }, { personId }) => !isAtRisk(await directory.userRisk(personId)),
});

export const riskConfirmationModule = writingModule<'confirm-user-risk'>({
  writes: ({ remedies }, _run, { personId }) => [
    { step: 'confirm-risk', write: () => done(remedies.confirmCompromised(personId)) },
  ],
  shows: async ({ directory }, { personId }) =>
    (await directory.userRisk(personId))?.state === 'confirmedCompromised',
});

export const enablingModule = writingModule<'enable-account'>({
  writes: ({ remedies }, _run, { personId }) => [
    { step: 'enable-account', write: () => done(remedies.enableAccount(personId)) },
  ],
  shows: async ({ directory }, { personId }) => (await directory.person(personId))?.accountEnabled === true,
});

/** That sessions have ended shows in no list that Monban may read. */
export const sessionsModule = writingModule<'revoke-sessions'>({
  writes: ({ remedies }, _run, { personId }) => [
    { step: 'revoke-sessions', write: () => done(remedies.revokeSessions(personId)) },
  ],
});

async function done(write: Promise<void>): Promise<'done'> {
  await write;
  return 'done';
}
