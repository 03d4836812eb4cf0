import { aDatabase } from './aDatabase';
import { aStore } from './stored';

async function written(changes: Record<string, unknown>) {
  const { botState } = await aStore();
  await botState.write(changes);
  return botState;
}

const tagged = { eTag: expect.stringMatching(/.+/) as unknown };

describe('bot state', () => {
  test('comes back with an eTag', async () => {
    const botState = await written({ a: { step: 1, お名前: ['花子'] }, b: { step: 2 } });
    expect(await botState.read(['a', 'b', 'nowhere'])).toEqual({
      a: { step: 1, お名前: ['花子'], ...tagged },
      b: { step: 2, ...tagged },
    });
  });

  test.each([[undefined], ['*']])('written with eTag %s overwrites', async (eTag) => {
    const botState = await written({ a: { step: 1 } });
    await botState.write({ a: { step: 2, eTag } });
    expect(await botState.read(['a'])).toEqual({ a: { step: 2, ...tagged } });
  });

  test('written with the eTag that was read is taken', async () => {
    const botState = await written({ a: { step: 1 } });
    const { a } = await botState.read(['a']);
    await botState.write({ a: { ...Object(a), step: 2 } });
    expect(await botState.read(['a'])).toEqual({ a: { step: 2, ...tagged } });
  });

  test('that somebody else wrote meanwhile is an eTag conflict', async () => {
    const botState = await written({ a: { step: 1 } });
    const { a } = await botState.read(['a']);
    await botState.write({ a: { step: 2 } });
    await expect(botState.write({ a: { ...Object(a), step: 3 } })).rejects.toMatchObject({
      code: 'store-conflict',
      message: expect.stringContaining('eTag conflict') as unknown,
    });
    expect(await botState.read(['a'])).toMatchObject({ a: { step: 2 } });
  });

  test('that was deleted and written anew meanwhile is an eTag conflict', async () => {
    const botState = await written({ a: { step: 1 } });
    const { a } = await botState.read(['a']);
    await botState.delete(['a']);
    await botState.write({ a: { step: 1 } });
    await expect(botState.write({ a })).rejects.toMatchObject({ code: 'store-conflict' });
  });

  test('is written whole or not at all', async () => {
    const botState = await written({ a: { step: 1 }, b: { step: 1 } });
    const late = botState.write({ a: { step: 2 }, b: { step: 2, eTag: 'of long ago' } });
    await expect(late).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await botState.read(['a', 'b'])).toMatchObject({ a: { step: 1 }, b: { step: 1 } });
  });

  test('is gone once deleted', async () => {
    const botState = await written({ a: { step: 1 }, b: { step: 1 } });
    await botState.delete(['a', 'nowhere']);
    expect(Object.keys(await botState.read(['a', 'b']))).toEqual(['b']);
  });

  test('asked for nothing gives nothing', async () => {
    const botState = await written({});
    await botState.delete([]);
    expect(await botState.read([])).toEqual({});
  });

  test('under the key __proto__ is state like any other', async () => {
    const botState = await written(Object.fromEntries([['__proto__', { step: 1 }]]));
    const state = await botState.read(['__proto__']);
    expect(Object.entries(state)).toEqual([['__proto__', { step: 1, ...tagged }]]);
  });

  test('comes back after a restart', async () => {
    const database = aDatabase();
    const before = await aStore({ database });
    await before.botState.write({ a: { step: 1 } });
    await before.close();
    const after = await aStore({ database });
    expect(await after.botState.read(['a'])).toEqual({ a: { step: 1, ...tagged } });
    await after.close();
  });
});
