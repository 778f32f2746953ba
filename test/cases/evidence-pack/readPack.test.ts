import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { enterItem } from '../../../cases/custody/enterItem.ts';
import { inTransaction } from '../../../cases/record/database.ts';
import { canonicalText } from '../../../proof/canonical.ts';
import { rowHash } from '../../../proof/chain.ts';
import { type Member, readManifest } from '../../../proof/evidencePack.ts';
import { provePack } from '../../../proof/evidencePackProof.ts';
import { openPacks, textOf } from './packs.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations');
const MIGRATION = join(MIGRATIONS, '20261122110000_checkpoint_of_head', 'migration.sql');
const GROUNDS = 'grounds that nobody outside is shown';

describe('the file of a case, as each reader is shown it', () => {
  let packs: Awaited<ReturnType<typeof openPacks>>;
  let refused: string;
  let mission: string;
  before(async () => {
    packs = await openPacks();
    ({ caseNumber: refused } = await packs.register());
    await packs.deliver(refused);
    await packs.opine(refused, 'foreign-affairs', { kind: 'nothing-against' });
    await packs.opine(refused, 'state-security', { kind: 'negative', grounds: GROUNDS });
    ({ mission } = await packs.owner.one<{ mission: string }>(`SELECT mission FROM "case" WHERE number = $1`, [
      refused,
    ]));
  });
  after(() => packs.stop());

  const proofOf = async (members: readonly Member[]) => provePack(members, await packs.trust());
  const all = (members: readonly Member[]) =>
    members.map(({ name, bytes }) => (name === 'README.txt' ? '' : Buffer.from(bytes).toString('latin1'))).join('\n');
  const outsiders = () =>
    [
      { capacity: 'applicant' },
      { capacity: 'mission-officer', party: `mission:${mission}` },
      { capacity: 'centre-officer', party: 'centre:e-imza' },
    ] as const;

  it('R1598/2.8: the grounds of a negative opinion are in nobody’s file, only behind a salted hash', async () => {
    for (const reader of [{ capacity: 'auditor' }, { capacity: 'operator' }, ...outsiders()] as const) {
      const pack = (await packs.pack(refused, reader)) ?? [];
      assert.ok(pack.length > 10);
      assert.ok(!all(pack).includes('grounds that'));
      assert.equal((await proofOf(pack)).kind, 'rehearsal');
    }
    const auditors = (await packs.pack(refused, { capacity: 'auditor' })) ?? [];
    assert.match(
      textOf(auditors, 'opinions.json'),
      /"opinion": "negative",[^}]*"grounds": {\s*"withheld": "[0-9a-f]{64}"/,
    );
  });

  it('R1598/2.7, 2.8: applicant, mission and Centre are not told which agency said what, nor of the letters', async () => {
    for (const reader of outsiders()) {
      const pack = (await packs.pack(refused, reader)) ?? [];
      assert.doesNotMatch(all(pack), /"?(opinion|outcome)\\?":\s*\\?"(nothing-against|negative|silence)\\?"/);
      assert.doesNotMatch(all(pack), /opinion-received|agency-file-in-inbox|agency-reminder|by-its-opinion/);
      assert.match(textOf(pack, 'opinions.json'), /"opinions": {\s*"withheld": "[0-9a-f]{64}"/);
      const proof = await proofOf(pack);
      assert.ok(proof.kind === 'rehearsal' && proof.content.withheld > 0);
    }
  });

  it('R1598/2.8: after a negative opinion no instant of a delivery or of an agency’s term says whose it was', async () => {
    const { decided } = await packs.owner.one<{ decided: string }>(
      `SELECT to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS decided
         FROM "case" WHERE number = $1`,
      [refused],
    );
    for (const reader of outsiders()) {
      const pack = (await packs.pack(refused, reader)) ?? [];
      const { requests, deliveries } = JSON.parse(textOf(pack, 'opinions.json')) as {
        requests: object[];
        deliveries: { withheld: string };
      };
      assert.deepEqual(
        requests.map((one) => Object.keys(one)),
        [['agency'], ['agency'], ['agency'], ['agency']],
      );
      assert.match(deliveries.withheld, /^[0-9a-f]{64}$/);
      const { terms, others } = JSON.parse(textOf(pack, 'terms.json')) as { terms: object[]; others: object };
      assert.deepEqual(terms, []);
      assert.deepEqual(Object.keys(others), ['withheld']);
      const named = all(pack.filter(({ name }) => name !== 'evidence.jsonl'));
      assert.ok(named.includes(decided), 'that it was decided, and when, is told');
    }
    const auditors = (await packs.pack(refused, { capacity: 'auditor' })) ?? [];
    assert.equal((JSON.parse(textOf(auditors, 'terms.json')) as { terms: object[] }).terms.length, 4);
    const { caseNumber: running } = await packs.register();
    await packs.deliver(running);
    const own = (await packs.pack(running, { capacity: 'applicant' })) ?? [];
    assert.match(textOf(own, 'terms.json'), /"startedAt"/);
  });

  it('every reader’s file is of the same chain: the same hashes, row by row', async () => {
    const hashes = async (reader: Parameters<typeof packs.pack>[1]) =>
      textOf((await packs.pack(refused, reader)) ?? [], 'evidence.jsonl').match(/"hash":"[0-9a-f]{64}"/g);
    const auditors = await hashes({ capacity: 'auditor' });
    assert.ok((auditors?.length ?? 0) > 5);
    for (const reader of outsiders()) assert.deepEqual(await hashes(reader), auditors);
  });

  it('each row of evidence bears a salt of its own, so that a withheld one cannot be guessed from its hash', async () => {
    const auditors = (await packs.pack(refused, { capacity: 'auditor' })) ?? [];
    const rows = textOf(auditors, 'evidence.jsonl').trimEnd().split('\n');
    const salts = rows.map((row) => (JSON.parse((JSON.parse(row) as { body: string }).body) as { salt?: string }).salt);
    assert.ok(salts.every((salt) => /^[0-9a-f]{32}$/.test(salt ?? '')));
    assert.equal(new Set(salts).size, rows.length);
  });

  it('nobody’s file holds a name, an address or a number of a document', async () => {
    const pack = (await packs.pack(refused, { capacity: 'applicant' })) ?? [];
    assert.doesNotMatch(all(pack), /Harcastle|Imogen|Aberystwyth|1986-05-17|@/i);
  });

  it('a foreign case and an unknown one are no file', async () => {
    assert.equal(await packs.pack(refused, { capacity: 'mission-officer', party: 'mission:elsewhere' }), null);
    assert.equal(await packs.pack(refused, { capacity: 'centre-officer', party: 'centre:asan' }), null);
    assert.equal(await packs.pack('QR-2026-999999', { capacity: 'auditor' }), null);
  });

  it('R1598/2.10: things, their holders and the acts between them are in the file, own acts printed', async () => {
    const { caseNumber } = await packs.register();
    const [one, two, act] = ['T-77', 'C-77', randomUUID()];
    const item = async (kind: 'token' | 'certificate', serial: string) =>
      inTransaction(packs.record.database.ordinary, (tx) =>
        enterItem(tx, '2026-03-16T05:00:00.000Z', { caseNumber, kind, serial, holder: 'centre:e-imza', by: 'c1' }),
      );
    const token = await item('token', one);
    await item('certificate', two);
    await packs.owner.run(
      `INSERT INTO handover (id, case_number, clause, giver, taker, state, offered_at, offered_by, answered_at, answered_by)
       VALUES ($1, $2, 'R1598/2.10', 'centre:e-imza', 'ministry:foreign-affairs', 'taken', '2026-03-16T06:00:00Z', 'c1',
               '2026-03-16T07:00:00Z', 'm1')`,
      [act, caseNumber],
    );
    await packs.owner.run(
      `INSERT INTO handover_item (handover_id, item_id, open, found) VALUES ($1, $2, false, 'as-listed')`,
      [act, token],
    );
    const until = `UPDATE custody_holding SET until = '2026-03-16T07:00:00Z' WHERE item_id = $1`;
    await packs.owner.run(until, [token]);
    await packs.owner.run(
      `INSERT INTO custody_holding (item_id, n, holder, since, handover_id)
       VALUES ($1, 2, 'ministry:foreign-affairs', '2026-03-16T07:00:00Z', $2)`,
      [token, act],
    );
    const pack = (await packs.pack(caseNumber, { capacity: 'auditor' })) ?? [];
    const proof = await proofOf(pack);
    assert.ok(proof.kind === 'rehearsal');
    assert.deepEqual(proof.content.custody, { items: 2, acts: 1, open: 0 });
    assert.match(textOf(pack, `acts/${act}.pdf`), /^%PDF-1/);
    // Somebody who writes to the tables moves it without an act.
    await packs.owner.run(`UPDATE custody_holding SET holder = 'courier:9' WHERE item_id = $1 AND n = 2`, [token]);
    const moved = await proofOf((await packs.pack(caseNumber, { capacity: 'auditor' })) ?? []);
    assert.ok(moved.kind === 'contradicts-itself');
    assert.deepEqual(moved.contradictions, [
      { kind: 'custody', fault: { item: 'token T-77/1', fault: 'act-says-otherwise' } },
    ]);
  });

  it('the checkpoint that covers the chain is named; only the auditor and the operator are given its text', async () => {
    const { caseNumber } = await packs.register();
    const n = await packs.checkpoint();
    await packs.deliver(caseNumber, ['state-security']);
    for (const [capacity, how] of [
      ['auditor', 'shown'],
      ['operator', 'shown'],
      ['applicant', 'stated'],
    ] as const) {
      const pack = (await packs.pack(caseNumber, { capacity })) ?? [];
      const proof = await proofOf(pack);
      assert.ok(proof.kind === 'rehearsal');
      assert.deepEqual(proof.content.checkpoint, { n, seq: 2, how });
      assert.ok(proof.content.rows > 2);
      assert.equal(
        pack.some(({ name }) => name.startsWith('checkpoints/')),
        how === 'shown',
      );
    }
  });

  it('a checkpoint made before heads remembered their own is found by the migration', async () => {
    const { caseNumber } = await packs.register();
    const n = await packs.checkpoint();
    await packs.owner.run(`UPDATE chain_head SET checkpointed_in = NULL`);
    const migration = readFileSync(MIGRATION, 'utf8');
    await packs.owner.run(migration.slice(migration.indexOf('UPDATE chain_head')).replace(/;\s*$/, ''));
    const proof = await proofOf((await packs.pack(caseNumber, { capacity: 'auditor' })) ?? []);
    assert.ok(proof.kind === 'rehearsal');
    assert.deepEqual(proof.content.checkpoint, { n, seq: 2, how: 'shown' });
  });

  it('rows that were written without a salt still verify', async () => {
    const { caseNumber } = await packs.register();
    const chain = `case:${caseNumber}`;
    let previous = '0'.repeat(64);
    const rows = await packs.owner.many<{ seq: number; body: string }>(
      `SELECT seq, body FROM evidence WHERE chain = $1 ORDER BY seq`,
      [chain],
    );
    for (const { seq, body } of rows) {
      const unsalted = JSON.parse(body) as { salt?: string };
      delete unsalted.salt;
      const text = canonicalText(unsalted);
      const hash = rowHash(previous, text);
      const values = [chain, seq, text, previous, hash];
      await packs.owner.run(
        `UPDATE evidence SET body = $3, previous = $4, hash = $5 WHERE chain = $1 AND seq = $2`,
        values,
      );
      previous = hash;
    }
    await packs.owner.run(`UPDATE chain_head SET hash = $2 WHERE chain = $1`, [chain, previous]);
    const proof = await proofOf((await packs.pack(caseNumber, { capacity: 'applicant' })) ?? []);
    assert.equal(proof.kind, 'rehearsal');
  });

  it('a record altered by the owner of the database gives a file that contradicts itself, at the row', async () => {
    const { caseNumber } = await packs.register();
    const edit = `UPDATE evidence SET body = replace(body, 'registered', 'Registered') WHERE chain = $1 AND seq = 1`;
    await packs.owner.run(edit, [`case:${caseNumber}`]);
    const proof = await proofOf((await packs.pack(caseNumber, { capacity: 'auditor' })) ?? []);
    assert.ok(proof.kind === 'contradicts-itself');
    assert.deepEqual(proof.contradictions[0], { kind: 'row', row: { row: 1, fault: 'wrong-hash' } });
  });

  it('the manifest says for which capacity it was made, and at which legal instant, never for whom by name', async () => {
    const pack = (await packs.pack(refused, { capacity: 'operator', party: 'portal-operator' })) ?? [];
    const manifest = readManifest(textOf(pack, 'manifest.json'));
    assert.equal(manifest?.for, 'operator');
    assert.match(manifest.madeAt, /^2026-03-16T05:/);
    assert.match(
      textOf(pack, 'README.txt'),
      /^Q.*sübutları\nSINAQ REJİMİ\.[^]*Evidence of case Q[^]*Доказательства по делу Q/,
    );
  });
});
