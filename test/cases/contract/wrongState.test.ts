import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterInRegister } from '../../../cases/contract/enterInRegister.ts';
import { handOver } from '../../../cases/contract/handOver.ts';
import { registerSignature } from '../../../cases/contract/registerSignature.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import { bringTo, type Issuing, ISSUING_STAGES, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

/** Where the evidence stands, and what a repeat is known by; of a case the evidence also moves its newest instant. */
const OF_EVIDENCE = ['evidence', 'chain_head', 'idempotency'];

describe('a deed in the wrong state', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
  });
  after(() => test.stop());

  type Deed = (issuing: Issuing) => Promise<object | null>;
  const sign: Deed = ({ officer, caseNumber, serial }) =>
    registerSignature(test.record, officer, { caseNumber, certificateContract: `C-${serial}` }, request());
  const give: Deed = ({ officer, caseNumber }) =>
    handOver(test.record, officer, { caseNumber, paperNumber: '7' }, request());
  const enter: Deed = ({ centreOfficer, caseNumber, serial }) =>
    enterInRegister(test.record, centreOfficer, { caseNumber, serial }, request());
  const quit: Deed = ({ caseNumber }) => withdraw(test.record, caseNumber, request());

  /** Every table's rows as one digest a table, without what evidence itself moves. */
  async function contents(): Promise<Record<string, string>> {
    const tables = await test.owner.many<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables.filter((table) => !OF_EVIDENCE.includes(table.name))) {
      const { digest } = await test.owner.one<{ digest: string }>(
        `SELECT coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS digest
           FROM (SELECT (to_jsonb(t) - 'last_instant')::text AS row FROM "${name}" t) AS rows`,
      );
      found[name] = digest;
    }
    return found;
  }

  async function refused(issuing: Issuing, deed: Deed, clause: string, reason: string): Promise<void> {
    const before = await contents();
    const count = (await test.evidence(issuing.caseNumber)).length;
    const outcome = (await deed(issuing)) as { kind: string; clause: string; reason: string };
    assert.deepEqual([outcome.kind, outcome.clause, outcome.reason], ['refused', clause, reason]);
    assert.deepEqual(await contents(), before, 'nothing but the evidence was written');
    const rows = await test.evidence(issuing.caseNumber);
    assert.equal(rows.length, count + 1);
    assert.equal(rows.at(-1)?.what, 'deed-refused');
    assert.equal(rows.at(-1)?.facts?.['reason'], reason);
  }

  /** A case that has not reached an office is as unknown to its deeds as to its eyes. */
  async function unknown(issuing: Issuing, deed: Deed): Promise<void> {
    const before = await contents();
    assert.deepEqual(await deed(issuing), { kind: 'not-yours' });
    assert.deepEqual(await contents(), before, 'nothing but the evidence was written');
  }

  for (const stage of ISSUING_STAGES)
    it(`R1598/2.14, 2.15, 5.4: at ${stage} nothing of a later stage is done, and the refusal is kept`, async () => {
      const issuing = await bringTo(test, stage);
      if (stage === 'contract') await refused(issuing, give, 'R1598/2.14', 'not-signed-yet');
      else if (stage === 'virtual-fin' || stage === 'centre') {
        await unknown(issuing, sign);
        await unknown(issuing, give);
      } else {
        await refused(issuing, sign, 'R1598/2.14', 'not-at-the-contract');
        await refused(issuing, give, 'R1598/2.15', 'not-at-the-contract');
      }
      if (stage === 'virtual-fin') await unknown(issuing, enter);
      else await refused(issuing, enter, 'R1598/5.4', 'not-handed-over');
    });

  it('R1598/2.15: once the certificate is in the hand, nothing of it is done again and nothing is withdrawn', async () => {
    const issuing = await bringTo(test, 'contract');
    await sign(issuing);
    await give(issuing);
    await refused(issuing, sign, 'R1598/2.14', 'not-at-the-contract');
    await refused(issuing, give, 'R1598/2.15', 'not-at-the-contract');
    await refused(issuing, quit, 'R1598/2.15', 'certificate-in-hand');
    await enter(issuing);
    await refused(issuing, enter, 'R1598/5.4', 'entered-already');
    await refused(issuing, quit, 'R1598/2.15', 'certificate-in-hand');
    await refused(issuing, sign, 'R1598/2.14', 'not-at-the-contract');
    await refused(issuing, give, 'R1598/2.15', 'not-at-the-contract');
  });

  it('R1598/2.8, 2.15: of an ended case nothing is signed, handed over, entered or withdrawn', async () => {
    const issuing = await bringTo(test, 'contract');
    await quit(issuing);
    await refused(issuing, quit, 'R1598/2.15', 'ended-already');
    await refused(issuing, sign, 'R1598/2.14', 'not-at-the-contract');
    await refused(issuing, give, 'R1598/2.15', 'not-at-the-contract');
    await refused(issuing, enter, 'R1598/5.4', 'no-certificate');
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    await test.opine(caseNumber, 'foreign-affairs', { kind: 'negative' });
    await refused({ ...issuing, caseNumber }, quit, 'R1598/2.8', 'refused-already');
  });
});
