import { requestJobKinds } from '../usecases/requestJobs';
import { writingModule } from './writingModule';

/**
 * Puts the person into the exclusion group. That the group is left again is stored before the first write: a crash, a
 * lost answer or a restart cannot keep it from happening.
 */
export const exclusionModule = writingModule<'exclude-for-a-time'>({
  writes({ remedies, directory, clock }, run, { personId, groupId, minutes }) {
    const { restoreExclusion } = requestJobKinds;
    const { id: requestId } = run.request();
    return [
      {
        step: 'exclude',
        async write() {
          // Graph refuses somebody who is in the group: an earlier attempt has put them there.
          if ((await directory.groupsAmong(personId, [groupId])).length > 0) return 'already-done';
          await remedies.addToGroup(groupId, personId);
          return 'done';
        },
        alongside: (tx) =>
          tx.outbox.add({
            kind: restoreExclusion,
            payload: { requestId },
            runAfter: clock() + minutes * 60_000,
            idempotencyKey: `${restoreExclusion}:${requestId}`,
          }),
      },
    ];
  },

  shows: async ({ directory }, { personId, groupId }) =>
    (await directory.groupsAmong(personId, [groupId])).length > 0,
});
