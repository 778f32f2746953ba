import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { receiveCentre, receiveCentreAnswer } from '../../../adapters/certification-centres/receive.ts';
import { clientHeader } from '../../../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS, CENTRE_SUBSYSTEMS } from '../../../adapters/x-road/members.ts';

const SERVERS = [
  { fingerprint: 'AA:01', members: [CENTRE_SUBSYSTEMS['e-imza']] },
  { fingerprint: 'bb02', members: [AGENCY_SUBSYSTEMS['state-security']] },
];
const ANSWERS = randomUUID();
const DEFICIENCY = { kind: 'deficiency', answers: ANSWERS, items: [{ item: 'photograph', reason: 'unreadable' }] };

const message = (change: {
  fingerprint?: string | null;
  authorized?: boolean;
  client?: string[];
  body?: unknown;
  id?: string | null;
}) => {
  const {
    fingerprint = 'aa01',
    authorized = true,
    client = [clientHeader(CENTRE_SUBSYSTEMS['e-imza'])],
    id = 'm-1',
  } = change;
  const body = change.body ?? DEFICIENCY;
  return {
    clientCertificate: { fingerprint, authorized },
    headers: [
      ...client.flatMap((one) => ['X-Road-Client', one]),
      ...(id === null ? [] : ['X-Road-Id', id]),
      ...['X-Road-Issue', 'QR-2026-000001'],
    ],
    body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
    servers: SERVERS,
  };
};

test('R1598/2.9: a Centre is believed by the certificate of its security server, and its answer read', () => {
  const read = receiveCentreAnswer(message({}));
  assert.equal(read.kind, 'answer');
  assert.deepEqual(read.kind === 'answer' && [read.centre, read.messageId, read.caseNumber, read.answer], [
    'e-imza',
    'm-1',
    'QR-2026-000001',
    DEFICIENCY,
  ]);
  assert.deepEqual(receiveCentre(message({})), { kind: 'sender', centre: 'e-imza' });
});

const asan = clientHeader(CENTRE_SUBSYSTEMS.asan);
const REFUSED = [
  ['no-certificate', { fingerprint: null }],
  ['unknown-certificate', { fingerprint: 'cc03' }],
  ['unknown-certificate', { authorized: false }],
  ['two-clients', { client: [clientHeader(CENTRE_SUBSYSTEMS['e-imza']), asan] }],
  ['two-clients', { client: [`${clientHeader(CENTRE_SUBSYSTEMS['e-imza'])}, ${asan}`] }],
  ['no-client', { client: [] }],
  ['another-member', { client: [asan] }],
  ['another-member', { fingerprint: 'bb02', client: [clientHeader(AGENCY_SUBSYSTEMS['state-security'])] }],
  ['no-message-id', { id: null }],
] as const;
for (const [why, change] of REFUSED)
  test(`who is not a Centre is refused: ${why} ${JSON.stringify(change).slice(0, 60)}`, () => {
    const read = receiveCentreAnswer(message(change as Parameters<typeof message>[0]));
    assert.equal(read.kind === 'refused' && read.why, why);
  });

const UNREADABLE = [
  Buffer.from([0xff, 0xfe]),
  Buffer.alloc(0),
  { kind: 'issue', answers: ANSWERS },
  { ...DEFICIENCY, items: [] },
  { ...DEFICIENCY, answers: 'not-an-id' },
  { ...DEFICIENCY, more: 1 },
  { kind: 'issue', answers: ANSWERS, certificate: '%%', chain: [], contract: '' },
];
for (const [at, body] of UNREADABLE.entries())
  test(`what a believed Centre garbles is unreadable, not refused: ${at}`, () => {
    const read = receiveCentreAnswer(message({ body }));
    assert.deepEqual(read.kind === 'unreadable' && [read.centre, read.sha256.length], ['e-imza', 64]);
  });
