import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { issueVirtualFin } from '../../../cases/signature-issuance/issueVirtualFin.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

describe('the virtual FIN', () => {
  let record: TestRecord;
  before(async () => {
    record = await openTestRecord();
  });
  after(() => record.stop());

  async function approved(form: string): Promise<string> {
    await record.freeze('2026-03-16T09:00:00+04:00');
    const { caseNumber } = await record.register(form);
    await record.deliver(caseNumber);
    await record.freeze('2026-03-20T00:00:00+04:00');
    await record.close(caseNumber);
    return caseNumber;
  }
  const personOf = async (caseNumber: string) =>
    (
      await record.owner.one<{ person_id: string }>(`SELECT person_id FROM virtual_fin WHERE case_number = $1`, [
        caseNumber,
      ])
    ).person_id;

  it('R1598/2.8: is given once: asked side by side and again, the first answer stands', async () => {
    const caseNumber = await approved('foreigner-personal-token');
    const give = () => issueVirtualFin(record.record, caseNumber, { fin: 'X000001', source: 'drawn' });
    const answers = await Promise.all([give(), give(), give()]);
    assert.equal(answers.filter((answer) => answer?.kind === 'given' && !answer.again).length, 1);
    assert.ok(answers.every((answer) => answer?.kind === 'given'));
  });

  it("R1598/1.2.7: a drawn FIN that is somebody's already goes to nobody else", async () => {
    const caseNumber = await approved('foreigner-personal-token');
    const answer = await issueVirtualFin(record.record, caseNumber, { fin: 'X000001', source: 'drawn' });
    assert.equal(answer?.kind, 'fin-belongs-to-another');
  });

  it('R1598/2.8-citizen, 1.2.7: a citizen with a renewed card is the same person and keeps the same FIN', async () => {
    const fin = { fin: '5ZK8RT1', source: 'identity-card' } as const;
    const first = await approved('citizen-asan');
    const second = await approved('citizen-asan');
    assert.equal((await issueVirtualFin(record.record, first, fin))?.kind, 'given');
    assert.equal((await issueVirtualFin(record.record, second, fin))?.kind, 'given');
    assert.equal(await personOf(first), await personOf(second));
  });

  it('R1598/2.8: no FIN for a case that is not approved', async () => {
    await record.freeze('2026-03-16T09:00:00+04:00');
    const { caseNumber } = await record.register();
    const answer = await issueVirtualFin(record.record, caseNumber, { fin: 'X000002', source: 'drawn' });
    assert.equal(answer?.kind, 'not-approved');
  });
});
