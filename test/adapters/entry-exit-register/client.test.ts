import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { entryExitRegister } from '../../../adapters/entry-exit-register/client.ts';
import { startRegisterSimulator } from '../../../adapters/entry-exit-register/simulator.ts';
import type { EntryExitRegister } from '../../../adapters/ports.ts';
import { ENTRY_EXIT_SUBSYSTEM, OUR_SUBSYSTEM } from '../../../adapters/x-road/members.ts';

const CARD = { documentNumber: 'AA1234567', birthDate: '1984-02-29' };
const FIN = '5ABCD12';
const to = { messageId: 'm-1', caseNumber: 'QR-1' };

type Parties = {
  /** Patient: how fast this machine is must decide nothing. */
  register: EntryExitRegister;
  hasty: EntryExitRegister;
  tell: (path: string, body: object, method?: string) => Promise<number>;
  journal: string;
};

async function start(t: TestContext, subsystem = ENTRY_EXIT_SUBSYSTEM): Promise<Parties> {
  const home = await mkdtemp(join(tmpdir(), 'mohlet-register-'));
  const journal = join(home, 'journal.jsonl');
  const simulator = await startRegisterSimulator({
    port: 0,
    journalFile: journal,
    citizens: [{ ...CARD, fin: FIN }],
    takenFins: ['7ZZZZ99'],
  });
  t.after(async () => {
    await simulator.stop();
    await rm(home, { recursive: true });
  });
  const within = (timeoutMs: number) =>
    entryExitRegister({ base: simulator.url, subsystem, client: OUR_SUBSYSTEM, timeoutMs });
  const tell: Parties['tell'] = async (path, body, method = 'POST') => {
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch(`${simulator.url}/control/${path}`, { method, headers, body: JSON.stringify(body) })).status;
  };
  return { register: within(60_000), hasty: within(300), tell, journal };
}

test("R1598/2.8-citizen: a citizen's FIN is read by the card's number and the birth date together", async (t) => {
  const { register, tell } = await start(t);
  assert.deepEqual(await register.readCitizenFin({ ...to, ...CARD }), { kind: 'found', fin: FIN });
  const other = { ...CARD, birthDate: '1984-03-01' };
  assert.deepEqual(await register.readCitizenFin({ ...to, ...other }), { kind: 'not-found' });
  assert.equal(await tell('citizens', { ...other, fin: '6XYZ789' }), 204);
  assert.deepEqual(await register.readCitizenFin({ ...to, ...other }), { kind: 'found', fin: '6XYZ789' });
});

test('R1598/2.8: a FIN of a citizen or another person is taken, another is free until it is not', async (t) => {
  const { register, tell } = await start(t);
  for (const fin of [FIN, '7ZZZZ99']) assert.deepEqual(await register.isFinTaken({ ...to, fin }), { kind: 'taken' });
  assert.deepEqual(await register.isFinTaken({ ...to, fin: '8QQQQ88' }), { kind: 'free' });
  assert.equal(await tell('taken', { fin: '8QQQQ88' }), 204);
  assert.deepEqual(await register.isFinTaken({ ...to, fin: '8QQQQ88' }), { kind: 'taken' });
});

const moods: [object, string][] = [
  [{ kind: 'down', how: 'hangs-up' }, 'unreachable'],
  [{ kind: 'down', how: 'unavailable' }, 'unreachable'],
  [{ kind: 'down', how: 'echoes' }, 'unreachable'],
  [{ kind: 'slow', ms: 60_000 }, 'timed-out'],
  [{ kind: 'garble' }, 'unreadable'],
];
for (const [mood, failure] of moods) {
  test(`R1598/2.8: a register that is "${Object.values(mood).join(' ')}" settles nothing: ${failure}`, async (t) => {
    const { register, hasty, tell } = await start(t);
    const asked = failure === 'timed-out' ? hasty : register;
    assert.equal(await tell('behaviour', mood, 'PUT'), 204);
    assert.deepEqual(await asked.readCitizenFin({ ...to, ...CARD }), { kind: 'failed', failure });
    assert.deepEqual(await asked.isFinTaken({ ...to, fin: FIN }), { kind: 'failed', failure });
    assert.deepEqual(await asked.cancelVirtualFin({ ...to, fin: 'X000001' }), { kind: 'failed', failure });
    assert.equal(await tell('behaviour', { kind: 'well' }, 'PUT'), 204);
    assert.deepEqual(await register.isFinTaken({ ...to, fin: FIN }), { kind: 'taken' });
  });
}

test('R1598/2.8-citizen: a wrong address is a failure, never "not found"', async (t) => {
  const { register } = await start(t, { ...ENTRY_EXIT_SUBSYSTEM, subsystem: 'elsewhere' });
  assert.deepEqual(await register.readCitizenFin({ ...to, ...CARD }), { kind: 'failed', failure: 'rejected' });
});

test('a query the register does not understand is rejected', async (t) => {
  const { register, tell } = await start(t);
  assert.deepEqual(await register.isFinTaken({ ...to, fin: 'short' }), { kind: 'failed', failure: 'rejected' });
  assert.equal(await tell('taken', { fin: 'short' }), 400);
});

test("R1598/2.13: an entry is cancelled once by one message, and a citizen's FIN never", async (t) => {
  const { register, journal } = await start(t);
  for (const messageId of ['m-1', 'm-1', 'm-2'])
    assert.deepEqual(await register.cancelVirtualFin({ ...to, messageId, fin: 'X000001' }), { kind: 'cancelled' });
  const citizens = await register.cancelVirtualFin({ ...to, messageId: 'm-3', fin: FIN });
  assert.deepEqual(citizens, { kind: 'failed', failure: 'rejected' });
  const lines = (await readFile(journal, 'utf8')).trim().split('\n');
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { answer: string }).answer),
    ['cancelled', 'cancelled-before', 'cancelled', 'conflict'],
  );
  assert.ok(!lines.join('').includes('X000001'));
});

test('the journal says who asked and what came of it, and holds no FIN, number or birth date', async (t) => {
  const { register, journal } = await start(t);
  await register.readCitizenFin({ ...to, ...CARD });
  await register.isFinTaken({ ...to, fin: FIN });
  const text = await readFile(journal, 'utf8');
  const entries = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { service: string; answer: string; messageId: string });
  assert.deepEqual(
    entries.map(({ service, answer, messageId }) => [service, answer, messageId]),
    [
      ['citizens/fin', 'found', 'm-1'],
      ['fin/taken', 'taken', 'm-1'],
    ],
  );
  for (const secret of [FIN, CARD.documentNumber, CARD.birthDate]) assert.ok(!text.includes(secret));
});
