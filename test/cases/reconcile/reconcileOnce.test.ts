import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client, Connection } from '@temporalio/client';
import { fileSigner } from '../../../adapters/signing/fileSigner.ts';
import { temporalEngine } from '../../../adapters/temporal/engine.ts';
import { startTextSimulator, type TextSimulator } from '../../../adapters/text-messages/simulator.ts';
import { COMPARISONS } from '../../../cases/reconcile/comparisons.ts';
import { DIFFERENCE_KINDS, type DifferenceKind, type ReconcileNeeds } from '../../../cases/reconcile/difference.ts';
import { listDifferences } from '../../../cases/reconcile/listDifferences.ts';
import { readDifferences } from '../../../cases/reconcile/readDifferences.ts';
import { reconcileOnce } from '../../../cases/reconcile/reconcileOnce.ts';
import { wakeAll } from '../../../cases/reconcile/wakeAll.ts';
import { DIFFERENCE_WORDS } from '../../../cases/reconcile/words.ts';
import { openProvider, type Provider } from '../../../prove/reconcile/provider.ts';
import { SEEDS } from '../../../prove/reconcile/seeds.ts';
import { freePort } from '../../../stack/ports.ts';
import { findTemporal, startTemporal, type TemporalServer } from '../../../stack/temporal.ts';
import { CASE_WORKFLOWS, relayOnce } from '../../../workers/relay.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { until } from '../../support/stack.ts';

const CACHE = join(import.meta.dirname, '..', '..', '..', '.mohlet', 'bin');
const MENDED_HOW: Partial<Record<DifferenceKind, string>> = {
  'case-without-workflow': 'woken',
  'workflow-ended-before-case': 'woken',
  'workflow-of-ended-case': 'woken',
  'term-not-closed': 'closed',
  'wake-not-relayed': 'nudged',
  'document-unsigned': 'signed',
  'notice-result-unknown': 'recorded',
};

describe('the reconciler', () => {
  let test: TestRecord;
  let folder: string;
  let temporal: TemporalServer;
  let connection: Connection;
  let client: Client;
  let needs: ReconcileNeeds;
  let texts: TextSimulator;
  let provider: Provider;

  before(async () => {
    test = await openTestRecord();
    folder = await mkdtemp(join(tmpdir(), 'mohlet-reconcile-'));
    temporal = await startTemporal({
      binary: process.env['MOHLET_TEST_TEMPORAL'] ?? (await findTemporal(CACHE, () => undefined)),
      databaseFile: join(folder, 'temporal.db'),
      port: await freePort(),
      log: () => undefined,
    });
    const account = { account: `AC${'1'.repeat(32)}`, token: 'seeded', from: '+15005550006' };
    texts = await startTextSimulator({ port: 0, ...account, journalFile: join(folder, 'texts.jsonl') });
    provider = openProvider({ url: texts.url, ...account });
    connection = Connection.lazy({ address: temporal.address });
    client = new Client({ connection });
    needs = {
      record: test.record,
      engine: temporalEngine(client, Object.values(CASE_WORKFLOWS)),
      signer: await fileSigner(join(folder, 'signing')),
      machineNow: () => new Date().toISOString(),
      messages: provider.list,
    };
  });
  after(async () => {
    await connection.close();
    await texts.stop();
    await temporal.stop();
    await test.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const openIds = async () => {
    const ids = new Set<string>();
    for await (const { id } of needs.engine.openWorkflows()) ids.add(id);
    return ids;
  };
  const waiting = async () => {
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    return caseNumber;
  };
  const deskOf = async () =>
    (
      await test.owner.many<{ holder: string }>(
        `SELECT holder FROM incident WHERE kind = 'record-differs' AND resolved_at IS NULL ORDER BY holder`,
      )
    ).map(({ holder }) => holder);

  it('lists nothing of a record and an engine that agree', async () => {
    const number = await waiting();
    await relayOnce(test.record, client, 'nobody');
    await until('the workflow to be listed', async () => (await openIds()).has(number));
    const { listed, mended } = await reconcileOnce(needs, 0);
    assert.deepEqual({ listed, mended }, { listed: 0, mended: 0 });
  });

  it('lists every kind of difference by its name, mends the safe ones by a deed, and puts the others on the desk', async () => {
    const cases: Partial<Record<DifferenceKind, string>> = {};
    for (const kind of DIFFERENCE_KINDS) if (SEEDS[kind].of === 'waiting') cases[kind] = await waiting();
    await relayOnce(test.record, client, 'nobody');
    await until('all workflows to be listed', async () => {
      const open = await openIds();
      return Object.values(cases).every((number) => open.has(number));
    });
    for (const kind of DIFFERENCE_KINDS) if (SEEDS[kind].of === 'new') cases[kind] = (await test.register()).caseNumber;
    const sown: string[] = [];
    for (const kind of DIFFERENCE_KINDS)
      sown.push(`${kind} ${await SEEDS[kind].sow({ proof: test, client, provider }, cases[kind] ?? '')}`);
    await until('the index of workflows to follow', async () => {
      const open = await openIds();
      const gone = ['workflow-ended-before-case', 'unwinding-missing'] as const;
      return gone.every((kind) => !open.has(cases[kind] ?? '')) && [...open].some((id) => id.startsWith('QR-1999'));
    });

    const { run, listed, mended } = await reconcileOnce(needs, 0);
    const rows = await readDifferences(test.record, run);
    assert.deepEqual(rows.map(({ kind, about }) => `${kind} ${about}`).sort(), sown.sort());
    assert.deepEqual(
      Object.fromEntries(rows.flatMap(({ kind, how }) => (how === null ? [] : [[kind, how]]))),
      MENDED_HOW,
    );
    assert.deepEqual({ listed, mended }, { listed: 14, mended: 7 });
    for (const { mendedAt, foundAt } of rows) assert.ok(mendedAt === null || mendedAt >= foundAt);
    const onlyListed = DIFFERENCE_KINDS.filter((kind) => COMPARISONS[kind].mend === undefined);
    assert.deepEqual(await deskOf(), [...onlyListed].sort());

    // Nobody runs workflows here: what was woken is open again, and the ended case's workflow still waits.
    await relayOnce(test.record, client, 'nobody');
    assert.equal((await needs.engine.statusOf(cases['case-without-workflow'] ?? '')).kind, 'open');
    assert.equal((await needs.engine.statusOf(cases['workflow-ended-before-case'] ?? '')).kind, 'open');
    const second = await reconcileOnce(needs, 0);
    const again = await readDifferences(test.record, second.run);
    assert.deepEqual(
      again.map(({ kind }) => kind),
      ['workflow-of-ended-case'],
    );
    const bodies = await test.owner.many<{ body: string }>(
      `SELECT body FROM evidence WHERE chain = 'installation' ORDER BY seq`,
    );
    const said = bodies.map(({ body }) => JSON.parse(body) as { what: string; facts: { run?: string } });
    assert.deepEqual(
      said.filter(({ facts }) => facts.run === run).map(({ what }) => what),
      ['record-reconciled', 'differences-mended'],
    );
  });

  it('what is found once and no more at the second look was only under way', async () => {
    const number = await waiting();
    await relayOnce(test.record, client, 'nobody');
    await until('the workflow to be listed', async () => (await openIds()).has(number));
    await SEEDS['document-unsigned'].sow({ proof: test, client, provider }, number);
    const run = crypto.randomUUID();
    const { listed } = await listDifferences(needs, { run, seen: [] });
    assert.equal(listed, 0);
    assert.deepEqual(await readDifferences(test.record, run), []);
  });

  it('a text message sent within the last minutes is the postman’s to ask for, and no difference', async () => {
    const about = await SEEDS['notice-result-unknown'].sow({ proof: test, client, provider }, await waiting());
    await test.owner.run(`UPDATE notice SET sent_at = machine_now() - interval '4 minutes' WHERE id = $1`, [about]);
    await relayOnce(test.record, client, 'nobody');
    await reconcileOnce(needs, 0);
    const found = (await readDifferences(test.record)).filter((one) => one.about === about);
    assert.deepEqual(found, []);
  });

  it('what people put right is closed as gone and leaves the desk', async () => {
    const number = await waiting();
    await relayOnce(test.record, client, 'nobody');
    const about = await SEEDS['custody-chain-broken'].sow({ proof: test, client, provider }, number);
    await reconcileOnce(needs, 0);
    const before = (await deskOf()).filter((kind) => kind === 'custody-chain-broken').length;
    await test.owner.run(
      `UPDATE custody_holding later SET since = earlier.until FROM custody_holding earlier
        WHERE later.item_id = $1 AND earlier.item_id = $1 AND later.n = earlier.n + 1`,
      [about],
    );
    const { gone } = await reconcileOnce(needs, 0);
    assert.equal(gone, 1);
    assert.equal((await deskOf()).filter((kind) => kind === 'custody-chain-broken').length, before - 1);
    const found = (await readDifferences(test.record)).find((one) => one.about === about);
    assert.equal(found?.how, 'gone');
  });

  it('a chain of the installation that nothing can follow does not stop a pass: it is written beside it', async () => {
    const { hash } = await test.owner.one<{ hash: string }>(`SELECT hash FROM chain_head WHERE chain = 'installation'`);
    await test.owner.run(`UPDATE chain_head SET seq = seq - 1 WHERE chain = 'installation'`);
    try {
      const { run } = await reconcileOnce(needs, 0);
      const rows = await readDifferences(test.record, run);
      assert.deepEqual(
        rows.map(({ kind, about }) => [kind, about]),
        [['chain-head-differs', 'installation']],
      );
      const { n } = await test.owner.one<{ n: number }>(
        `SELECT count(*)::integer AS n FROM evidence WHERE chain = 'reconciler'`,
      );
      assert.equal(n, 1);
    } finally {
      await test.owner.run(`UPDATE chain_head SET seq = seq + 1, hash = $1 WHERE chain = 'installation'`, [hash]);
    }
  });

  it('after a restore every case that needs its workflow is woken at once, and no other', async () => {
    await test.owner.run(`DELETE FROM outbox`);
    const { n } = await test.owner.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM "case" WHERE stage <> 'ended'`,
    );
    assert.equal(await wakeAll(test.record), n);
    const ended = await test.owner.many(
      `SELECT 1 FROM outbox o JOIN "case" c ON c.number = o.case_number WHERE c.stage = 'ended'`,
    );
    assert.deepEqual(ended, []);
  });

  it('every kind has its sentence in three languages', () => {
    for (const kind of DIFFERENCE_KINDS)
      for (const language of ['az', 'en', 'ru'] as const) assert.match(DIFFERENCE_WORDS[kind][language], /\.$/);
  });
});
