import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientHeader } from '../../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS, ENTRY_EXIT_SUBSYSTEM, OUR_SUBSYSTEM } from '../../adapters/x-road/members.ts';
import { BadConfiguration, membersOf, readAgencyBook, readEnv, readSecurityServers } from '../../config/env.ts';
import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';

const XROAD = ['MOHLET_XROAD_SELF', 'MOHLET_XROAD_ENTRY_EXIT'] as const;

const book = (members: Partial<Record<Agency, string>>) =>
  JSON.stringify(
    Object.fromEntries(
      AGENCIES.map((name) => [
        name,
        { url: 'https://server.gov.test', mail: 'desk@gov.test', ...(members[name] && { member: members[name] }) },
      ]),
    ),
  );

test('R1598/2.7: an agency that names no X-Road member has the embedded one; one that names its own has that', () => {
  assert.deepEqual(membersOf(readAgencyBook(book({}))), AGENCY_SUBSYSTEMS);
  const read = membersOf(readAgencyBook(book({ 'state-security': 'AZ/GOV/1700%2F01/r%C9%99y' })));
  assert.deepEqual(read, {
    ...AGENCY_SUBSYSTEMS,
    'state-security': { instance: 'AZ', memberClass: 'GOV', member: '1700/01', subsystem: 'rəy' },
  });
});

test('our own member and that of the Entry-Exit and Registration system: by setting, or the embedded ones', () => {
  assert.deepEqual(readEnv({}, XROAD), {
    MOHLET_XROAD_SELF: OUR_SUBSYSTEM,
    MOHLET_XROAD_ENTRY_EXIT: ENTRY_EXIT_SUBSYSTEM,
  });
  const given = { MOHLET_XROAD_SELF: 'AZ/GOV/1/us', MOHLET_XROAD_ENTRY_EXIT: 'AZ/COM/2/them' };
  const read = readEnv(given, XROAD);
  assert.deepEqual(
    XROAD.map((name) => clientHeader(read[name])),
    Object.values(given),
  );
});

for (const wrong of ['AZ/GOV/DIN', 'AZ/GOV/DIN/opinions/x', 'AZ/GOV//opinions', 'AZ/GOV/DIN/opinions ', 'AZ/GOV/%/x'])
  test(`"${wrong}" is no member: refused at start, and not repeated`, () => {
    const refused = (work: () => unknown, setting: string) =>
      assert.throws(work, (fault: Error) => {
        assert.ok(fault instanceof BadConfiguration);
        assert.ok(fault.message.includes(setting) && !fault.message.includes(wrong), fault.message);
        return true;
      });
    refused(() => readEnv({ MOHLET_XROAD_SELF: wrong }, XROAD), 'MOHLET_XROAD_SELF does not have the right form');
    refused(() => readAgencyBook(book({ 'foreign-affairs': wrong })), 'MOHLET_AGENCIES');
    refused(() => readSecurityServers(JSON.stringify([{ fingerprint: 'aa', members: [wrong] }])), 'SECURITY_SERVERS');
  });

test('R1598/2.8: two agencies under one name are refused: one would speak for the other', () => {
  const same = clientHeader(AGENCY_SUBSYSTEMS['internal-affairs']);
  assert.throws(() => readAgencyBook(book({ 'foreign-affairs': same })), BadConfiguration);
});

test('the proxies in front are addresses and subnets, none where nothing is said', () => {
  const read = (text?: string) =>
    readEnv(text === undefined ? {} : { MOHLET_TRUSTED_PROXIES: text }, ['MOHLET_TRUSTED_PROXIES'])
      .MOHLET_TRUSTED_PROXIES;
  assert.deepEqual(read(), []);
  assert.deepEqual(read('10.0.0.4, 10.1.0.0/16 2001:db8::/32'), ['10.0.0.4', '10.1.0.0/16', '2001:db8::/32']);
  for (const wrong of ['proxy.gov.test', '10.0.0.0/33', '10.0.0.4/8/8', '*', '2001:db8::/129'])
    assert.throws(() => read(wrong), BadConfiguration, wrong);
});

test('a setting that two parts of a program ask for is named once', () => {
  assert.throws(() => readEnv({}, ['MOHLET_FILES', 'MOHLET_SEAL_KEY', 'MOHLET_FILES']), {
    message: 'Mohlet cannot start: MOHLET_FILES is not set; MOHLET_SEAL_KEY is not set. See docs/running.md.',
  });
});

test('keys at an address that is none are of the wrong form', () => {
  assert.throws(() => readEnv({ MOHLET_TOKEN_KEYS: 'https://' }, ['MOHLET_TOKEN_KEYS']), BadConfiguration);
});
