import { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { MemoryStorage, TestAdapter } from 'botbuilder';
import { Dialog, DialogSet, type DialogContext } from 'botbuilder-dialogs';
import { dialogStateOf } from '../../src/teams/dialogState';

/** A dialog that remembers how many turns it had. */
class Counting extends Dialog {
  override beginDialog(dc: DialogContext) {
    if (dc.activeDialog) dc.activeDialog.state = { turns: 1 };
    return Promise.resolve(Dialog.EndOfTurn);
  }
}

const words = 'somebody called me about my telephone';

/** One turn through the real adapter, with what earlier ones left in the storage. */
async function storedAfter(storage: MemoryStorage): Promise<string> {
  let stored: unknown;
  const adapter = new TestAdapter(async (context) => {
    const state = new TurnState();
    await state.load(context, storage);
    const dialogs = new DialogSet(dialogStateOf(state)).add(new Counting('counting'));
    await (await dialogs.createContext(context)).beginDialog('counting');
    await state.save(context, storage);
    stored = state.getScope('conversation')?.value;
  });
  await adapter.send(words).startTest();
  return JSON.stringify(stored);
}

describe('the stored state of a dialog', () => {
  test('is its stack and nothing of the turn (teams-ai: the whole turn, with the person’s words)', async () => {
    expect(await storedAfter(new MemoryStorage())).toBe(
      '{"dialogState":{"dialogStack":[{"id":"counting","state":{"turns":1}}]}}',
    );
  });

  test('of one conversation is not that of another', async () => {
    const [one, other] = [await storedAfter(new MemoryStorage()), await storedAfter(new MemoryStorage())];
    expect(other).toBe(one);
  });

  test('loses what an earlier version kept beside it', async () => {
    const state = new TurnState();
    const adapter = new TestAdapter(async (context) => {
      await state.load(context, new MemoryStorage());
      const scope = state.getScope('conversation');
      if (scope) scope.value['dialogState'] = { _activity: { text: words }, dialogStack: [] };
      await dialogStateOf(state).get(context);
    });
    await adapter.send(words).startTest();
    expect(JSON.stringify(state.getScope('conversation')?.value)).not.toContain('telephone');
  });
});
