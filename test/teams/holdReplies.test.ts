import { MemoryStorage, type StoreItems } from 'botbuilder';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { Fault } from '../../src/faults';
import { QuietApplication } from '../../src/teams/quietApplication';
import { type LocalBot, startLocalBot } from './localBot';

let bot: LocalBot;
afterEach(() => bot.stop());

const said = () => bot.connector.calls.map(({ activity }) => activity['text']);

/** A bot that says two things in each turn, on a storage that does as told before it writes. */
async function botOn(beforeWrite: () => Promise<void>): Promise<void> {
  class Watched extends MemoryStorage {
    override async write(changes: StoreItems): Promise<void> {
      await beforeWrite();
      await super.write(changes);
    }
  }
  const app = new QuietApplication({
    storage: new Watched(),
    turnStateFactory: () => new TurnState(),
    startTypingTimer: false,
  });
  app.message(/.*/u, async (context, state) => {
    state.setValue('conversation.told', true);
    await context.sendActivity('one');
    await context.sendActivity('two');
  });
  bot = await startLocalBot({}, app);
}

describe('what a turn says', () => {
  test('is sent in its order once the turn is stored', async () => {
    const saidBefore: unknown[] = [];
    await botOn(() => Promise.resolve(void saidBefore.push(...said())));
    await bot.send(bot.activity());
    expect({ saidBefore, said: said() }).toEqual({ saidBefore: [], said: ['one', 'two'] });
  });

  test('is not said where the turn could not be stored: the person hears that alone', async () => {
    await botOn(() => Promise.reject(new Fault('store-unavailable', 'gone')));
    await bot.send(bot.activity({ locale: 'en-US' }));
    expect(said()).toHaveLength(1);
    expect(said()).not.toContain('one');
  });
});
