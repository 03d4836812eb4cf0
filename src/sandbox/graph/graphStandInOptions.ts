import type { Tenant } from '../tenant/tenant';
import type { LimitUse } from './limits';

/** Who calls, as the token says: the app by itself, or for a person who signed in, whose own roles then count too. */
export type GraphCaller = { readonly permissions: readonly string[] } & (
  { readonly kind: 'application' } | { readonly kind: 'delegated'; readonly personId: string }
);

export interface GraphStandInOptions {
  readonly tenant: Tenant;
  /** The caller of a token for Graph, undefined where the token is not valid. */
  readonly verifyToken: (token: string) => GraphCaller | undefined;
  /** 0 takes any free port. */
  readonly port?: number | undefined;
  /** How many objects a page of a list has at most. Without it as many as Graph gives. */
  readonly pageSize?: number | undefined;
  /** Whether the caller has a permission for a call by the project's one list; any other call is a violation. */
  readonly isListed?: ((method: string, path: string) => boolean) | undefined;
}

/** A stand-in that was asked for what it should not have been, or answered so. */
export class GraphViolation extends Error {
  override readonly name = 'GraphViolation';
}

/** One call to Graph: the path without its query, never a body. Calls within a batch have lines of their own. */
export interface LogLine {
  readonly method: string;
  readonly path: string;
  /** 0 where the connection was cut or left without an answer. */
  readonly status: number;
  /** In whose name, where the app called for a person who had signed in. */
  readonly personId?: string;
}

/** A running stand-in for Microsoft Graph. */
export interface GraphStandIn {
  /** `http://127.0.0.1:{port}`; Graph is under `/v1.0`, the sandbox's own endpoints under `/sandbox`. */
  readonly url: string;
  log(): readonly LogLine[];
  /** Requests that the contract does not know, and answers of ours that do not fit it. Empty is what tests expect. */
  violations(): readonly string[];
  /** How the documented limits were used, on the tenant's clock. */
  limits(): readonly LimitUse[];
  /** Throws `GraphViolation` where there were violations that nobody has looked at: no test passes over one. */
  close(): Promise<void>;
}
