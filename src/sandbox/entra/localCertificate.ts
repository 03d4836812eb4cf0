import { generate } from 'selfsigned';

/** A certificate for localhost and the authority that signed it. Whoever trusts `caPem` trusts the stand-in. */
interface LocalCertificate {
  readonly caPem: string;
  readonly certPem: string;
  readonly keyPem: string;
}

/** Makes both anew; the authority's key is thrown away at once, so nothing else can ever be signed with it. */
export async function createLocalCertificate(): Promise<LocalCertificate> {
  const common = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
  const ca = await generate([{ name: 'commonName', value: 'Monban sandbox authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { caPem: ca.cert, certPem: leaf.cert, keyPem: leaf.private };
}
