import { figuresOf } from '../../src/commands/figures';
import { gradedCase } from './gradedCase';

describe('the figures of walked cases', () => {
  const figures = figuresOf([
    gradedCase('right', ['device-lost'], 'microsoft-support'),
    gradedCase('second', ['device-broken', 'device-lost'], 'admin-tap', ['symptom', 'is_admin']),
  ]);

  test('count the first cause and the first three', () => {
    expect(figures).toMatchObject({ first: 0.5, firstThree: 1 });
  });

  test('count a reset where none was right', () => {
    expect(figures).toMatchObject({ route: 0.5, wrongResets: 1 });
  });

  test('count what was asked', () => {
    expect(figures).toMatchObject({ meanAsked: 1, asked95: 2 });
  });
});
