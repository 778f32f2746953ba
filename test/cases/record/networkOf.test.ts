import assert from 'node:assert/strict';
import { it } from 'node:test';
import { networkOf } from '../../../cases/record/networkOf.ts';

it('ASVS 2.4.1: of IPv6 a limit holds for the 64 bits before a subscriber’s own, of IPv4 for the address', () => {
  const networks = {
    '192.0.2.7': '192.0.2.7',
    '::ffff:192.0.2.7': '192.0.2.7',
    '2001:db8:1:2::1': '2001:db8:1:2::/64',
    '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff': '2001:db8:1:2::/64',
    '2001:db8:1:3::1': '2001:db8:1:3::/64',
    '2001:db8::1': '2001:db8:0:0::/64',
    '2001:db8:1:2:3:4:192.0.2.7': '2001:db8:1:2::/64',
    'fe80::1%eth0': 'fe80:0:0:0::/64',
    '::1': '0:0:0:0::/64',
    unknown: 'unknown',
    'a:b': 'a:b',
  };
  for (const [address, network] of Object.entries(networks)) assert.equal(networkOf(address), network, address);
});
