import { setTimeout as sleep } from 'node:timers/promises';
import { ids } from '../teams/requestBot';
import { signal } from '../teams/signal';
import {
  type DeliveryWorld,
  deliveryWorld,
  inChannel,
  inOwnChat,
  never,
  overMs,
  pressed,
  said,
} from './deliveryWorld';

let world: DeliveryWorld;
beforeEach(async () => {
  world = await deliveryWorld();
});
afterEach(() => world.close());

/** The instance that takes it dies when all is done but the storing that it is; gives what the next one answers. */
async function deliveredAgain(parts: Readonly<Record<string, unknown>>): Promise<string> {
  const activity = { id: 'delivered-twice', ...parts };
  const died = signal();
  const dying = await world.instance({
    dies: () => {
      died.give();
      return never();
    },
  });
  const lost = dying.send(dying.activity(activity)).catch(() => undefined);
  await died.given;
  world.time.now += overMs;
  const living = await world.instance();
  const response = await living.send(living.activity(activity));
  expect(response.status).toBe(200);
  const answer = (await response.text()) + said(living).join('\n');
  await dying.stop();
  await lost;
  return answer;
}

describe('an activity that is delivered again after its process died in the turn', () => {
  test('opens one case, and its question is asked', async () => {
    const answer = await deliveredAgain({
      ...inOwnChat(ids.person),
      text: 'I got a new phone and no code comes.',
    });
    expect(answer).toContain('triage/answer');
    expect(await world.countOf('case.opened')).toBe(1);
    expect(await world.countOf('case.closed')).toBe(0);
  });

  test('answers a question once, and the next one comes', async () => {
    const question = await world.askedSomething();
    const answer = await deliveredAgain(question.unknown);
    expect(answer).toContain('card.adaptive');
    expect(answer).toContain('triage/answer');
    expect(answer).not.toContain(question.finding);
  });

  test('hands a case over once, and says that it did', async () => {
    await world.tells({ ...inOwnChat(ids.person), text: 'I got a new phone and no code comes.' });
    const answer = await deliveredAgain({ ...inOwnChat(ids.person), text: 'talk to a person' });
    await world.run(0);
    expect(answer).toContain('I am telling the helpdesk');
    expect(await world.countOf('case.handedOver')).toBe(1);
    expect(world.teams.posted.filter(({ conversationId }) => conversationId === 'chat-staff')).toHaveLength(
      1,
    );
  });

  test('asks for a caller once: one case, one request, one card', async () => {
    const text = `reset for ${ids.person}@example.com`;
    const answer = await deliveredAgain({ ...inChannel(ids.desk), text });
    const { number } = (await world.openRequest()) ?? {};
    expect(answer).toContain(number);
    expect([await world.countOf('case.opened'), await world.countOf('request.opened')]).toEqual([1, 1]);
  });

  test('proves an identity, and whoever said it is answered', async () => {
    const number = await world.asked();
    const answer = await deliveredAgain({ ...inChannel(ids.desk), text: `proof ${number} call-back` });
    expect(answer).toContain(number);
    expect(await world.openRequest()).toMatchObject({ state: 'pending', proof: { kind: 'call-back' } });
  });

  test('approves once, and the approver hears how it stands', async () => {
    const number = await world.asked();
    await world.tells({ ...inChannel(ids.desk), text: `proof ${number} call-back` });
    const answer = await deliveredAgain({
      ...inOwnChat(ids.approver),
      text: `approve ${number} Called back.`,
    });
    await world.run();
    expect(answer).toContain('Decided by Ada Approver');
    expect([await world.countOf('request.approved'), await world.countOf('request.claimed')]).toEqual([1, 1]);
  });

  test('claims a case once, and whoever claimed it has it', async () => {
    const card = await world.handedOver();
    const answer = await deliveredAgain({
      ...inChannel(ids.desk),
      ...pressed('case/claim', {}),
      replyToId: card,
    });
    expect(answer).toContain('You have this case already.');
    expect(await world.countOf('case.claimed')).toBe(1);
  });

  test('is passed on once', async () => {
    await world.handedOver();
    await deliveredAgain({ ...inOwnChat(ids.person), text: 'are you there?' });
    await world.run(0);
    expect(await world.countOf('case.relayed')).toBe(1);
  });

  test('stops everything, and security is called', async () => {
    await world.asked();
    const answer = await deliveredAgain({ ...inOwnChat(ids.person), text: 'that was not me' });
    await world.run(0);
    expect(answer).toContain('Everything has been stopped');
    expect(await world.countOf('request.frozen')).toBe(1);
  });
});

describe('the same activity', () => {
  test('twenty times at once, over two instances, is handled once', async () => {
    const both = [await world.instance(), await world.instance()];
    const activity = { id: 'the-same', ...inOwnChat(ids.person), text: 'I cannot sign in.' };
    const ten = Array.from({ length: 10 });
    await Promise.all(both.flatMap((bot) => ten.map(() => bot.send(bot.activity(activity)))));
    expect(both.flatMap(said)).toHaveLength(1);
    expect(await world.countOf('case.opened')).toBe(1);
  });

  test('waits while another instance works at it, and is not handled again once that is done', async () => {
    const going = signal();
    const begun = signal();
    const slow = await world.instance({
      runTriage: () => {
        begun.give();
        return going.given;
      },
    });
    const quick = await world.instance();
    const activity = { id: 'the-same', ...inOwnChat(ids.person), text: 'I cannot sign in.' };
    const first = slow.send(slow.activity(activity));
    await begun.given;
    const second = quick.send(quick.activity(activity));
    await sleep(50);
    going.give();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect(said(quick)).toEqual([]);
  });
});
