import type { Route } from './assessment';
import type { RouteOdds } from './routeOdds';

/** Routes that take an account's methods away or hand out a pass: never taken on a mere hunch. */
const resets: readonly Route[] = ['admin-mfa-reset', 'admin-tap'];
const resetNeeds = 0.5;

/** Under how likely a cause its routes still count. */
const worthCounting = 0.004;

/** The routes over all causes, each by how likely its cause is. */
export function mixRoutes(
  probabilities: readonly number[],
  oddsOf: (causeIndex: number) => RouteOdds,
): RouteOdds {
  const mixed = new Map<Route, number>();
  probabilities.forEach((probability, index) => {
    if (probability < worthCounting) return;
    for (const [route, share] of oddsOf(index))
      mixed.set(route, (mixed.get(route) ?? 0) + probability * share);
  });
  return mixed;
}

/** The likeliest route; a reset only where resets together are likelier than not. */
export function chooseRoute(mixed: RouteOdds): Route {
  const ranked = [...mixed].toSorted(([, one], [, other]) => other - one).map(([route]) => route);
  const reset = resets.reduce((sum, route) => sum + (mixed.get(route) ?? 0), 0);
  const allowed = ranked.filter((route) => reset >= resetNeeds || !resets.includes(route));
  return allowed[0] ?? 'human';
}
