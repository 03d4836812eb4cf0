import type { Tenant } from '../tenant/tenant';
import type { Contract } from './contract';
import type { GraphVersion } from './contractFile';
import type { FaultSwitches } from './faultSwitches';
import type { LimitKeeper } from './limits';
import type { GraphAnswer } from './graphAnswer';
import type { GraphCaller, LogLine } from './graphStandInOptions';

/** A request as it came in, by HTTP or in a batch. */
export interface IncomingCall {
  readonly method: string;
  /** `/v1.0/users/…` or `/beta/users/…`, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  /** Undefined where there was none. */
  readonly body: unknown;
}

/** What happens to the connection: an answer, a cut, or nothing at all. */
export type Reply = GraphAnswer | 'cut' | 'silence';

export interface AnsweringParts {
  readonly tenant: Tenant;
  readonly contracts: Readonly<Record<GraphVersion, Contract>>;
  readonly verifyToken: (token: string) => GraphCaller | undefined;
  readonly faults: FaultSwitches;
  readonly pageSize: number;
  readonly largestPage: number;
  readonly origin: () => string;
  readonly log: LogLine[];
  readonly violations: string[];
  readonly limits: LimitKeeper;
  readonly isListed: (method: string, path: string) => boolean;
}
