import { figuresOf, gradeCase } from '../../src/commands/figures';
import type { Route } from '../../src/triage/assessment';

function graded(id: string, ranked: readonly string[], taken: Route, asked: readonly string[]) {
  const causes = ranked.map((cause) => ({
    cause,
    probability: 1 / ranked.length,
    spokeFor: [],
    spokeAgainst: [],
  }));
  return gradeCase(
    { id, opening: '', facts: {}, tenant: {}, causes: ['device-lost'], routes: ['microsoft-support'] },
    { read: [], asked, assessment: { causes, route: taken, redFlags: [] } },
  );
}

describe('the figures of walked cases', () => {
  const figures = figuresOf([
    graded('right', ['device-lost'], 'microsoft-support', []),
    graded('second', ['device-broken', 'device-lost'], 'admin-tap', ['symptom', 'is_admin']),
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
