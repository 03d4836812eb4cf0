import { Fault } from '../../src/faults';
import { replyLater, replyLaterKind } from '../../src/usecases/replyLater';
import { tellUndelivered } from '../../src/worker/tellUndelivered';
import { fakeMessenger } from '../fakes/fakeMessenger';
import { anAddress } from '../storage/stored';
import { aWorker } from './aWorker';

describe('a person whose answer was lost on the way', () => {
  test('is asked once to send it again, after the connector was down for five minutes', async () => {
    const teams = fakeMessenger();
    let down = true;
    const messenger = {
      ...teams.messenger,
      post: (...given: Parameters<typeof teams.messenger.post>) =>
        down
          ? Promise.reject(new Fault('teams-unreachable', 'down', { retryable: true }))
          : teams.messenger.post(...given),
    };
    await using worker = await aWorker({ [replyLaterKind]: tellUndelivered({ messenger }) });
    const reply = { address: anAddress(), language: 'en', activityId: 'in-1' } as const;
    await replyLater(worker.store, reply);
    await replyLater(worker.store, reply);
    for (let seconds = 0; seconds < 900; seconds += 10) {
      if (seconds >= 300) down = false;
      await worker.outbox.drain();
      worker.time.now += 10_000;
    }
    expect(teams.posted).toMatchObject([
      { conversationId: 'conversation-1', content: { text: expect.stringContaining('again') as unknown } },
    ]);
  });
});
