import { drawNumber } from '../../src/usecases/drawNumber';
import { secureRandomness } from '../../src/usecases/randomness';

describe('the number of a new case', () => {
  test('has four letters', async () => {
    expect(await drawNumber(secureRandomness, 'C', () => Promise.resolve(true))).toMatch(/^C-[2-9A-Z]{4}$/u);
  });

  test('is another one where the first is taken', async () => {
    const drawn: string[] = [];
    const isFree = (number: string) => Promise.resolve(drawn.push(number) === 3);
    expect(await drawNumber(secureRandomness, 'R', isFree)).toBe(drawn[2]);
  });

  test('gets longer where all of four letters are taken', async () => {
    const isFree = (number: string) => Promise.resolve(number.length > 'C-7K2M'.length);
    expect(await drawNumber(secureRandomness, 'C', isFree)).toMatch(/^C-[2-9A-Z]{5}$/u);
  });
});
