import { routes, type Route } from './assessment';
import type { Tuning } from './knowledge';
import type { RouteOdds } from './routeOdds';

/** Routes that take an account's methods away or hand out a pass: never taken on a mere hunch. */
const resets: readonly Route[] = ['admin-mfa-reset', 'admin-tap'];

/** Under how likely a cause its routes still count. */
const worthCounting = 0.01;

/** The routes over all causes, each by how likely its cause is. */
export function mixRoutes(
  probabilities: readonly number[],
  oddsOf: (causeIndex: number) => RouteOdds,
): RouteOdds {
  const mixed = routes.map(() => 0);
  for (let cause = 0; cause < probabilities.length; cause += 1) {
    const probability = probabilities[cause] ?? 0;
    if (probability < worthCounting) continue;
    const odds = oddsOf(cause);
    for (let route = 0; route < mixed.length; route += 1)
      mixed[route] = (mixed[route] ?? 0) + probability * (odds[route] ?? 0);
  }
  return mixed;
}

/**
 * The likeliest route; a reset only where resets together are clearly likelier than not and one cause stands out:
 * taking methods away on several half-likely causes is a guess.
 */
export function chooseRoute(
  { resetNeeds, resetCauseNeeds }: Tuning,
  mixed: RouteOdds,
  likeliestCause: number,
): Route {
  const ranked = routes
    .map((route, index) => ({ route, share: mixed[index] ?? 0 }))
    .toSorted((one, other) => other.share - one.share);
  const isReset = ({ route }: { readonly route: Route }) => resets.includes(route);
  const reset = ranked.filter(isReset).reduce((sum, { share }) => sum + share, 0);
  const mayReset = reset >= resetNeeds && likeliestCause >= resetCauseNeeds;
  const allowed = ranked.find((one) => one.share > 0 && (mayReset || !isReset(one)));
  return allowed?.route ?? 'human';
}
