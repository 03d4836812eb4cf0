import fc from 'fast-check';
import { freezeFor } from '../../src/usecases/freezeRequest';
import { staffChannel } from '../fakes/requestWorld';
import { events, says } from './anyEvent';
import { ids } from './requestBot';
import { act, begin, caseOf, owned, type Silent, spoken, staffWrite } from './silentWorld';

/**
 * S27: the bot talks over nobody and wakes nothing. Whatever happens in the person's chat, in the channel or by the
 * clock, while somebody has the case the bot says nothing of its own there, and what is frozen stays frozen.
 */
describe('while a person has the case', () => {
  /** One for all: nothing that happens may change it. Time passes last. */
  let silent: Silent;
  beforeAll(async () => {
    silent = await owned();
  });
  afterAll(() => silent.test.stop());

  test.each(events.map((event) => [event.name, event] as const))(
    '%s: the bot is silent',
    async (_name, event) => {
      const before = spoken(silent).length;
      await event.happens(silent);
      await silent.test.world.run(0);
      expect(spoken(silent).slice(before)).toEqual([]);
      expect(await caseOf(silent)).toMatchObject({ state: 'withStaff', ownerId: ids.desk });
    },
  );

  test('whatever happens one after the other, in whatever order, nobody but staff speaks and it stays theirs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...events), fc.constant('staff' as const)), {
          minLength: 3,
          maxLength: 12,
        }),
        async (sequence) => {
          const silent = await owned();
          const before = spoken(silent).length;
          let staffSaid = 0;
          for (const event of sequence) {
            if (event === 'staff') await staffWrite(silent, (staffSaid += 1));
            else await event.happens(silent);
            await silent.test.world.run(0);
          }
          const said = spoken(silent).slice(before);
          // In the language of the chat, which the person may have changed meanwhile: the sign between differs.
          const lines = said.map((text) => text.replace('：', ': '));
          expect(lines).toEqual(
            Array.from({ length: staffSaid }, (_none, n) => `Dora Desk: line ${String(n + 1)}`),
          );
          expect(await caseOf(silent)).toMatchObject({ state: 'withStaff', ownerId: ids.desk });
          await silent.test.stop();
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });

  test('what the person writes is passed on, each once and in order', async () => {
    const silent = await owned();
    for (const text of ['first', 'start over', 'third']) await says(text).happens(silent);
    await silent.test.world.run(0);
    const root = (await caseOf(silent)).handoff?.card?.activityId ?? '';
    expect(silent.test.world.teams.texts(`${staffChannel.conversationId};messageid=${root}`)).toEqual([
      'Pia Person：first',
      'Pia Person：start over',
      'Pia Person：third',
    ]);
    await silent.test.stop();
  });

  test('"not me" stops everything all the same, and whoever has the case hears of it', async () => {
    const silent = await owned();
    await says('that was not me').happens(silent);
    await silent.test.world.run(0);
    const request = await silent.test.world.find(silent.requestId);
    expect(request.state).toBe('frozen');
    const root = (await caseOf(silent)).handoff?.card?.activityId ?? '';
    const thread = silent.test.world.teams.texts(`${staffChannel.conversationId};messageid=${root}`);
    expect(thread).toContain('Pia Person：that was not me');
    await silent.test.stop();
  });

  test('the bot speaks again once it is handed back', async () => {
    const silent = await owned();
    await act(silent, { kind: 'handBack' });
    await silent.test.world.run(0);
    await says('my new phone gets no prompt').happens(silent);
    expect(spoken(silent)).toContain('the triage speaks');
    await silent.test.stop();
  });
});

describe('while the case is frozen', () => {
  const frozen = async (): Promise<Silent> => {
    const silent = await begin();
    await freezeFor(silent.test.world.deps, { personId: ids.person, actorId: ids.person, why: 'notMe' });
    await silent.test.world.run(0);
    return silent;
  };
  /** One for all: nothing that happens may wake it. */
  let silent: Silent;
  beforeAll(async () => {
    silent = await frozen();
  });
  afterAll(() => silent.test.stop());
  const writes = ({ test }: Silent) =>
    test.world.tenant.calls.filter((call) => /remove|issue|revoke/iu.test(call));

  test.each(events.map((event) => [event.name, event] as const))(
    '%s: it stays frozen',
    async (_name, event) => {
      const before = writes(silent).length;
      await event.happens(silent);
      await silent.test.world.run(0);
      expect((await silent.test.world.find(silent.requestId)).state).toBe('frozen');
      expect(writes(silent)).toHaveLength(before);
      expect((await caseOf(silent)).redFlags).toContain('not_me_reported');
    },
  );

  test('no new request wakes it, and nobody approves or proves it', async () => {
    const silent = await frozen();
    const { number } = await silent.test.world.find(silent.requestId);
    expect(
      await silent.test.world.decide(number, { approverId: ids.approver, unproven: true }),
    ).toMatchObject({
      ok: false,
    });
    expect(await silent.test.world.prove(number, { proverId: ids.desk })).toMatchObject({ ok: false });
    expect((await silent.test.world.find(silent.requestId)).state).toBe('frozen');
    await silent.test.stop();
  });
});
