/** An app registration, its principal in this tenant, and what an administrator granted to it. */
export interface RegisteredApp {
  readonly id: string;
  readonly appId: string;
  /** Everything that whoever made it said about it. */
  settings: Readonly<Record<string, unknown>>;
  servicePrincipalId: string | undefined;
  readonly federated: Readonly<Record<string, unknown>>[];
  /** Ids of application permissions on Microsoft Graph. */
  grantedRoles: readonly string[];
  /** Names of delegated permissions, granted for everybody. */
  grantedScopes: readonly string[];
}

export interface AppDirectory {
  readonly apps: RegisteredApp[];
}

export function createAppDirectory(): AppDirectory {
  return { apps: [] };
}
