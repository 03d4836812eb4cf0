import type { Config } from './config';
import { Secret } from './secret';

/** Where Azure tells a managed identity its tokens, on a virtual machine. */
const instanceMetadata = '169.254.169.254';
/** By these, Azure and the network's own proxy tell a process where to turn. */
const fromSurroundings = ['IDENTITY_ENDPOINT', 'MSI_ENDPOINT', 'HTTPS_PROXY', 'HTTP_PROXY'] as const;

/**
 * The hosts that Monban may connect to: those of its settings, and no others. A setting that holds an address is allowed
 * by being there; MONBAN_MORE_HOSTS names what no address does.
 */
export function outgoingHosts(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlySet<string> {
  const settings = Object.values(config).flatMap((value) => (Array.isArray(value) ? value : [value]));
  const surroundings = fromSurroundings.map((name) => environment[name] ?? environment[name.toLowerCase()]);
  const hosts = [...settings, ...surroundings].flatMap(hostOf);
  const identities = [
    config.MONBAN_MANAGED_IDENTITY_CLIENT_ID,
    config.MONBAN_DATABASE_IDENTITY_CLIENT_ID,
  ].some((id) => id !== undefined);
  return new Set([...hosts, ...config.MONBAN_MORE_HOSTS, ...(identities ? [instanceMetadata] : [])]);
}

function hostOf(value: unknown): readonly string[] {
  const text = value instanceof Secret ? value.reveal() : value;
  if (typeof text !== 'string' || !/^\w+:\/\//u.test(text) || !URL.canParse(text)) return [];
  const { hostname, searchParams } = new URL(text);
  // node-postgres takes the host from the query as well.
  return [hostname, searchParams.get('host') ?? ''].filter((host) => host !== '').map(bare);
}

/** URLs write an IPv6 address in brackets, sockets do not. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/gu, '').toLowerCase();
}
