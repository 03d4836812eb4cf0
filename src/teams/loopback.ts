import { BlockList, isIPv6 } from 'node:net';

const loopbackAddresses = new BlockList();
loopbackAddresses.addSubnet('127.0.0.0', 8);
loopbackAddresses.addAddress('::1', 'ipv6');

/** Whether a socket's address is this very machine; IPv4 written as IPv6 included. */
export function isLoopbackAddress(address: string): boolean {
  return loopbackAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Whether a URL's host name is this very machine. Names other than `localhost` would need a look-up and don't count. */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || isLoopbackAddress(host);
}
