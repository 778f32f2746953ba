import { BlockList, isIP } from 'node:net';

const HERE = new BlockList();
HERE.addSubnet('127.0.0.0', 8, 'ipv4');
// The unspecified addresses: who connects to them reaches this machine.
HERE.addSubnet('0.0.0.0', 8, 'ipv4');
HERE.addSubnet('::', 127, 'ipv6');

const NAMES = /^(.+\.)?localhost(\.localdomain)?\.?$|^ip6-(localhost|loopback)\.?$/;

/** Whether a URL leads to this machine itself: by name, by address in any spelling, or by no host at all. No DNS is asked. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  // Only under http does the URL standard spell a host's address out (2130706433, 0x7f.1, %6cocalhost).
  const spelled = URL.canParse(`http://${hostname}`) ? new URL(`http://${hostname}`).hostname : hostname;
  const host = spelled.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family !== 0) return HERE.check(host, family === 4 ? 'ipv4' : 'ipv6');
  return host === '' || NAMES.test(host);
}
