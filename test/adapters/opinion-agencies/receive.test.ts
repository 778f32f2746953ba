import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { receiveOpinion } from '../../../adapters/opinion-agencies/receive.ts';
import type { ReceivedOpinion, ReceivedRequest } from '../../../adapters/opinion-agencies/receive.ts';
import { clientHeader } from '../../../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS } from '../../../adapters/x-road/members.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';

const servers = AGENCIES.map((agency, at) => ({
  fingerprint: String(at).repeat(64),
  members: [AGENCY_SUBSYSTEMS[agency]],
}));
const DIN = clientHeader(AGENCY_SUBSYSTEMS['internal-affairs']);
const XIN = clientHeader(AGENCY_SUBSYSTEMS['foreign-affairs']);
const from = (client: string): string[] => ['X-Road-Client', client];
const rest = ['x-road-id', 'm-1', 'X-ROAD-ISSUE', 'QR-2026-1'];

const receive = (body: Buffer | object, more: Partial<ReceivedRequest> = {}): ReceivedOpinion =>
  receiveOpinion({
    clientCertificate: { fingerprint: '0'.repeat(64), authorized: true },
    headers: [...from(DIN), ...rest],
    body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
    servers,
    ...more,
  });

const NEGATIVE = { kind: 'negative' };
const heard = (opinion: object): object => ({
  kind: 'opinion',
  agency: 'internal-affairs',
  messageId: 'm-1',
  caseNumber: 'QR-2026-1',
  opinion,
});

const readable: [string, object, object][] = [
  ['nothing against', { kind: 'nothing-against' }, { kind: 'nothing-against' }],
  ['a bare negative opinion', NEGATIVE, NEGATIVE],
  [
    'code and grounds',
    { kind: 'negative', code: 'D2', grounds: 'Əsas' },
    { kind: 'negative', code: 'D2', grounds: 'Əsas' },
  ],
  ['a code that is a number', { kind: 'negative', code: 7, grounds: null }, { kind: 'negative', code: '7' }],
  ['grounds of no known form, and more', { kind: 'negative', grounds: [{ a: 1 }], extra: true }, NEGATIVE],
  [
    'characters that cannot be stored',
    { kind: 'negative', grounds: 'a\0b\ud800' },
    { kind: 'negative', grounds: 'ab\ufffd' },
  ],
];
for (const [title, sent, opinion] of readable) {
  test(`R1598/2.8: an opinion is read, no form demanded of a negative one: ${title}`, () => {
    assert.deepEqual(receive(sent), heard(opinion));
  });
}

const unreadable: [string, Buffer][] = [
  ['no bytes', Buffer.alloc(0)],
  ['no JSON', Buffer.from('{"kind":')],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['no opinion known here', Buffer.from('{"kind":"perhaps"}')],
  ['nothing against, but with grounds', Buffer.from('{"kind":"nothing-against","grounds":"?"}')],
  ['null', Buffer.from('null')],
];
for (const [title, body] of unreadable) {
  test(`R1598/2.8: unreadable from a believed agency is not silence: ${title}`, () => {
    const sha256 = createHash('sha256').update(body).digest('hex');
    const expected = { kind: 'unreadable', agency: 'internal-affairs', caseNumber: 'QR-2026-1', sha256 };
    assert.deepEqual(receive(body), { ...expected, messageId: 'm-1' });
    const nameless = receive(body, { headers: [...from(DIN), 'X-Road-Issue', 'QR-2026-1'] });
    assert.deepEqual(nameless, { ...expected, messageId: `unnumbered-${sha256}` });
  });
}

const numbering: [string, string[], boolean][] = [
  ['no message id', [], false],
  ['two message ids', ['X-Road-Id', 'm-1', 'X-Road-Id', 'm-2'], false],
  ['a message id with spaces', ['X-Road-Id', 'm 1'], false],
  ['a message id of another form', ['X-Road-Id', '{AZ/GOV/DIN-12}'], true],
];
for (const [title, headers, kept] of numbering) {
  test(`R1598/2.8: what an agency says is never lost to its numbering: ${title}`, () => {
    const body = Buffer.from('{"kind":"negative"}');
    const read = receive(body, { headers: [...from(DIN), ...headers, 'X-Road-Issue', 'QR-2026-1'] });
    assert.equal(read.kind, 'opinion');
    assert.equal(read.messageId?.startsWith('unnumbered-'), !kept);
  });
}

test('R1598/2.8: a message that says two things is unreadable, not the last of them', () => {
  const both = '{"kind":"negative","kind":"nothing-against"}';
  assert.equal(receive(Buffer.from(both)).kind, 'unreadable');
  assert.equal(receive(Buffer.from('{"k\\u0069nd":"negative","kind":"nothing-against"}')).kind, 'unreadable');
  const quoted = '{"kind":"negative","grounds":"\\"kind\\": as told"}';
  assert.equal(receive(Buffer.from(quoted)).kind, 'opinion');
});

const known = { fingerprint: '0'.repeat(64), authorized: true };
const refused: [string, string, Partial<ReceivedRequest>][] = [
  ['no certificate', 'no-certificate', { clientCertificate: { fingerprint: null, authorized: false } }],
  [
    'a certificate of nobody known',
    'unknown-certificate',
    { clientCertificate: { fingerprint: 'f'.repeat(64), authorized: true } },
  ],
  [
    'a known print that TLS did not prove',
    'unknown-certificate',
    { clientCertificate: { ...known, authorized: false } },
  ],
  ["another agency's name", 'another-member', { headers: [...from(XIN), ...rest] }],
  ['our own name', 'another-member', { headers: [...from('AZ/GOV/MOHLET/e-non-resident'), ...rest] }],
  ['another subsystem of the agency', 'another-member', { headers: [...from('AZ/GOV/DIN/passports'), ...rest] }],
  ['two names', 'two-clients', { headers: [...from(DIN), ...from(XIN), ...rest] }],
  ['the same name twice', 'two-clients', { headers: [...from(DIN), ...rest, 'x-road-client', DIN] }],
  ['two names in one header', 'two-clients', { headers: [...from(`${DIN}, ${XIN}`), ...rest] }],
  ['no name', 'no-client', { headers: rest }],
  ['a name that is no identifier', 'no-client', { headers: [...from('DIN'), ...rest] }],
  ['no case', 'no-case', { headers: [...from(DIN), ...rest.slice(0, 2)] }],
  ['two cases', 'no-case', { headers: [...from(DIN), ...rest, 'X-Road-Issue', 'QR-2026-2'] }],
];
for (const [title, why, more] of refused) {
  test(`R1598/2.8: an opinion is refused for ${title}`, () => {
    const outcome = receive(NEGATIVE, more);
    assert.ok(outcome.kind === 'refused');
    assert.equal(outcome.why, why);
    const { status, headers, body } = outcome.xRoadError;
    assert.ok(status >= 400 && status < 500);
    assert.equal(headers['X-Road-Error'], body.type);
    assert.deepEqual(Object.keys(body), ['type', 'message', 'detail']);
  });
}

test('a fingerprint is the same in the writing of TLS and of openssl', () => {
  const colons = Array.from({ length: 32 }, () => 'AB').join(':');
  const outcome = receive(NEGATIVE, {
    clientCertificate: { fingerprint: colons, authorized: true },
    servers: [{ fingerprint: 'ab'.repeat(32), members: [AGENCY_SUBSYSTEMS['internal-affairs']] }],
  });
  assert.equal(outcome.kind, 'opinion');
});

test('a security server that carries two agencies speaks for either, one at a time', () => {
  const shared = [
    {
      fingerprint: '0'.repeat(64),
      members: [AGENCY_SUBSYSTEMS['internal-affairs'], AGENCY_SUBSYSTEMS['foreign-affairs']],
    },
  ];
  const outcome = receive(NEGATIVE, { servers: shared, headers: [...from(XIN), ...rest] });
  assert.ok(outcome.kind === 'opinion');
  assert.equal(outcome.agency, 'foreign-affairs');
});

test('an installation may know the agencies by other member codes', () => {
  const own = { ...AGENCY_SUBSYSTEMS, 'state-security': { ...AGENCY_SUBSYSTEMS['state-security'], member: '1400' } };
  const outcome = receiveOpinion(
    {
      clientCertificate: known,
      headers: [...from('AZ/GOV/1400/opinions'), ...rest],
      body: Buffer.from('{"kind":"negative"}'),
      servers: [{ fingerprint: known.fingerprint, members: [own['state-security']] }],
    },
    own,
  );
  assert.ok(outcome.kind === 'opinion');
  assert.equal(outcome.agency, 'state-security');
});
