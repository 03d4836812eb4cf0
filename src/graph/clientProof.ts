import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ManagedIdentityCredential } from '@azure/identity';
import type { Configuration } from '@azure/msal-node';
import type { CredentialSettings } from './credential';
import { noToken } from './graphErrors';

type ClientProof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** What a managed identity's token is for where it stands in for a secret: Entra's own exchange. */
const exchangeScope = 'api://AzureADTokenExchange/.default';

/** How the app proves to Entra who it is when it turns a person's code into tokens: by what it has, as everywhere. */
export function clientProof(settings: CredentialSettings): ClientProof {
  switch (settings.kind) {
    case 'secret':
      return { clientSecret: settings.secret.reveal() };
    case 'certificate': {
      const pem = readFileSync(settings.certificatePath, 'utf8');
      const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
      return { clientCertificate: { thumbprintSha256, privateKey: privateKeyOf(pem), x5c: pem } };
    }
    case 'managed-identity': {
      const identity = new ManagedIdentityCredential({ clientId: settings.managedIdentityClientId });
      return { clientAssertion: async () => (await identity.getToken(exchangeScope)).token };
    }
    case 'workload-identity': {
      const file = settings.tokenFilePath ?? process.env['AZURE_FEDERATED_TOKEN_FILE'];
      if (file === undefined) throw noToken(undefined);
      // Read at each use: the platform renews it.
      return { clientAssertion: () => Promise.resolve(readFileSync(file, 'utf8')) };
    }
  }
}

function privateKeyOf(pem: string): string {
  const key = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[^]+?-----END (?:RSA |EC )?PRIVATE KEY-----/.exec(pem);
  if (key === null) throw new Error('the certificate file holds no private key');
  return key[0];
}
