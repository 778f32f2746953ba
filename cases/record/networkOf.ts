/**
 * What one sender has of the address that a request came from, for limits alone: an IPv4 address, also where it came
 * mapped; of IPv6 the first 64 bits, for every subscriber has at least those behind them for himself (RFC 6177) and could
 * begin anew with each. All whose address is not known share one. It is kept only as a keyed hash.
 */
export function networkOf(address = 'unknown'): string {
  const [bare = ''] = address.split('%');
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!bare.includes(':') || !URL.canParse(`http://[${bare}]`)) return address;
  // Written by the WHATWG's rule every address has one spelling: lower case, no dots, the longest run of zeros left out.
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const [before, behind] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - (before?.length ?? 0) - (behind?.length ?? 0) }, () => '0');
  return `${[...(before ?? []), ...zeros, ...(behind ?? [])].slice(0, 4).join(':')}::/64`;
}
