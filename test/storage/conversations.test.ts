import type { KnownConversation } from '../../src/ports/store';
import { anAddress, aStore } from './stored';

function aConversation(id: string, parts: Partial<KnownConversation> = {}): KnownConversation {
  return {
    address: anAddress({ conversationId: id }),
    personId: 'person-1',
    language: 'ja',
    updatedAt: 1_000,
    ...parts,
  };
}

async function ofPersonAfter(...remembered: KnownConversation[]) {
  const { store } = await aStore();
  return store.transaction(async (tx) => {
    for (const conversation of remembered) await tx.conversations.remember(conversation);
    return tx.conversations.ofPerson('person-1');
  });
}

describe("a person's conversation", () => {
  test('comes back as it was', async () => {
    expect(await ofPersonAfter(aConversation('a'))).toEqual(aConversation('a'));
  });

  test('is the latest of several', async () => {
    const latest = aConversation('b', { updatedAt: 3_000 });
    expect(await ofPersonAfter(aConversation('a'), latest, aConversation('c', { updatedAt: 2_000 }))).toEqual(
      latest,
    );
  });

  test('takes over a new service URL and language', async () => {
    const address = anAddress({ conversationId: 'a', serviceUrl: 'https://smba.example.com/emea/' });
    const moved = aConversation('a', { address, language: 'en', updatedAt: 2_000 });
    expect(await ofPersonAfter(aConversation('a'), moved)).toEqual(moved);
  });

  test('is not put back by an older activity that arrives late', async () => {
    const late = aConversation('a', { language: 'en', updatedAt: 500 });
    expect(await ofPersonAfter(aConversation('a'), late)).toEqual(aConversation('a'));
  });

  test('is never a channel', async () => {
    const address = anAddress({ conversationId: 'channel', kind: 'channel' });
    expect(await ofPersonAfter({ address, personId: 'person-1', updatedAt: 1_000 })).toBeUndefined();
  });
});
