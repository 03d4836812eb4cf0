import type { TokenCredential } from '@azure/core-auth';
import {
  AzureAuthorityHosts,
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
      return new ManagedIdentityCredential({ clientId: settings.managedIdentityClientId, retryOptions });
    case 'workload-identity':
      return new WorkloadIdentityCredential({
        ...options,
        tenantId,
        clientId,
        ...(settings.tokenFilePath === undefined ? {} : { tokenFilePath: settings.tokenFilePath }),
      });
  }
}
