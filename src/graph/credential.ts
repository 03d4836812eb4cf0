import type { TokenCredential } from '@azure/core-auth';
import {
  AzureAuthorityHosts,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import type { Secret } from '../secret';

interface AppRegistration {
  readonly tenantId: string;
  readonly clientId: string;
  /** Where Entra is: `https://login.microsoftonline.com`, a national cloud's, or the sandbox's. Always https. */
  readonly authorityHost: string;
}

/** How Monban proves to Entra that it is itself. */
export type CredentialSettings = AppRegistration &
  (
    | { readonly kind: 'secret'; readonly secret: Secret }
    | { readonly kind: 'certificate'; readonly certificatePath: string }
    | { readonly kind: 'managed-identity'; readonly managedIdentityClientId: string }
    | { readonly kind: 'workload-identity'; readonly tokenFilePath?: string | undefined }
  );

/** One more try after a second: a person waits at the other end, and every job is tried again anyway. */
const retryOptions = { maxRetries: 1, retryDelayInMs: 1000, maxRetryDelayInMs: 2000 };

const microsoftHosts: ReadonlySet<string> = new Set(
  Object.values<string>(AzureAuthorityHosts).map((authority) => new URL(authority).host),
);

/** Whether a host is one of Microsoft's own sign-in hosts. */
export function isMicrosoftHost(authorityHost: string): boolean {
  return microsoftHosts.has(new URL(authorityHost).host);
}

/** The credential that gives Monban's own tokens. Nothing is asked of Entra before the first token is needed. */
export function createCredential(settings: CredentialSettings): TokenCredential {
  const { tenantId, clientId, authorityHost } = settings;
  const options = {
    authorityHost,
    // Instance discovery asks Microsoft whether the host is one of its own; of any other host it can only say no.
    disableInstanceDiscovery: !isMicrosoftHost(authorityHost),
    retryOptions,
  };
  switch (settings.kind) {
    case 'secret':
      return new ClientSecretCredential(tenantId, clientId, settings.secret.reveal(), options);
    case 'certificate':
      return new ClientCertificateCredential(tenantId, clientId, settings.certificatePath, options);
    case 'managed-identity':
      return asApp(settings, options);
    case 'workload-identity':
      return new WorkloadIdentityCredential({
        ...options,
        tenantId,
        clientId,
        ...(settings.tokenFilePath === undefined ? {} : { tokenFilePath: settings.tokenFilePath }),
      });
  }
}

/** What a managed identity's token is for where it stands in for a secret of an app registration: Entra's exchange. */
const exchangeScope = 'api://AzureADTokenExchange/.default';

/**
 * A managed identity is either the bot itself, or acts as its app registration by a federated credential. The second is
 * what people can sign in to, because an identity has no redirect address.
 */
function asApp(
  settings: AppRegistration & { readonly managedIdentityClientId: string },
  options: { readonly authorityHost: string; readonly disableInstanceDiscovery: boolean },
): TokenCredential {
  const { tenantId, clientId, managedIdentityClientId } = settings;
  const identity = new ManagedIdentityCredential({ clientId: managedIdentityClientId, retryOptions });
  if (managedIdentityClientId === clientId) return identity;
  const assertion = async () => (await identity.getToken(exchangeScope)).token;
  return new ClientAssertionCredential(tenantId, clientId, assertion, { ...options, retryOptions });
}

/** Azure's PostgreSQL takes a token of this in the place of a password. */
const databaseScope = 'https://ossrdbms-aad.database.windows.net/.default';

/** The password of a database that knows no passwords: each new connection gets a token that is still fresh. */
export function databaseToken(managedIdentityClientId: string): () => Promise<string> {
  const identity = new ManagedIdentityCredential({ clientId: managedIdentityClientId, retryOptions });
  return async () => (await identity.getToken(databaseScope)).token;
}
