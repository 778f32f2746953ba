import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { mendApplication, type MendingInput } from '../../../cases/centre/mendApplication.ts';
import { readDeficiencies } from '../../../cases/centre/readDeficiencies.ts';
import { openTestCentres, type TestCentres } from '../../support/centre.ts';

const FOUND = [
  { item: 'photograph', reason: 'unreadable', remark: 'Üz görünmür.' },
  { item: '/applicant/birthPlace', reason: 'contradicts-document' },
];

describe('a deficiency, and its mending', () => {
  let test: TestCentres;
  before(async () => {
    test = await openTestCentres();
  });
  after(() => test.stop());

  const sentBack = async () => {
    const { caseNumber, sent } = await test.atCentre();
    const answer = await test.answerTo(sent, { kind: 'deficiency', items: FOUND });
    assert.equal((await test.give(answer))?.kind, 'sent-back');
    return { caseNumber, sent, answer };
  };
  const mend = (caseNumber: string, input: MendingInput, key: string = randomUUID()) =>
    mendApplication(test.record, caseNumber, input, {
      route: 'mend',
      caller: caseNumber,
      key,
      body: JSON.stringify(input),
    });

  it('R1598/2.9: item by item it goes back to the applicant, who has the ball without any term', async () => {
    const { caseNumber, answer } = await sentBack();
    assert.equal((await test.give(answer))?.kind, 'sent-back', 'a repeat gets the first answer');
    const { stage, waits_for: ball } = await test.caseRow(caseNumber);
    assert.deepEqual([stage, ball], ['centre', 'applicant']);
    const terms = await test.owner.many(`SELECT 1 FROM term WHERE case_number = $1 AND clause <> 'R1598/2.8'`, [
      caseNumber,
    ]);
    assert.equal(terms.length, 0);
    const shown = await readDeficiencies(test.record, caseNumber);
    assert.deepEqual(shown?.items, FOUND);
    const letters = await test.owner.many(
      `SELECT 1 FROM notice WHERE case_number = $1 AND kind = 'centre-deficiency' AND channel = 'email'`,
      [caseNumber],
    );
    assert.equal(letters.length, 1);
  });

  it('R1598/2.9: mended, it comes in again: the new file alone, the field corrected, the ball with the Centre', async () => {
    const { caseNumber, sent } = await sentBack();
    const photograph = await test.upload('photograph');
    const key = randomUUID();
    const input = { fields: { '/applicant/birthPlace': 'Cardigan' }, uploads: [photograph] };
    const mended = await mend(caseNumber, input, key);
    assert.equal(mended?.kind, 'mended');
    assert.deepEqual(await mend(caseNumber, input, key), mended);
    const { stage, waits_for: ball } = await test.caseRow(caseNumber);
    assert.deepEqual([stage, ball], ['centre', 'centre:e-imza']);
    assert.equal(await readDeficiencies(test.record, caseNumber), null);

    const again = await test.send(caseNumber);
    assert.equal(again.round, 2);
    assert.notEqual(again.messageId, sent.messageId);
    const applicant = again.application['applicant'] as { birthPlace: string };
    assert.equal(applicant.birthPlace, 'Cardigan');
    const photographs = again.documents.filter(({ kind }) => kind === 'photograph');
    assert.deepEqual(
      photographs.map(({ id }) => id),
      [photograph],
    );
    const entry = (await test.evidence(caseNumber)).find(({ what }) => what === 'application-mended');
    assert.notEqual(entry?.facts?.['former'], entry?.facts?.['form']);

    const stale = await test.give(await test.answerTo(sent, { kind: 'issue' }));
    assert.equal(stale !== null && 'reason' in stale && stale.reason, 'another-round');
    assert.equal((await test.give(await test.answerTo(again, { kind: 'issue' })))?.kind, 'issued');
    assert.equal((await mend(caseNumber, input))?.kind, 'refused', 'nothing is left to mend');
  });

  it('R1598/2.9: what the Centre did not name does not change, and everything it named must come', async () => {
    const { caseNumber } = await sentBack();
    const photograph = await test.upload('photograph');
    const faults = async (fields: Record<string, unknown>, uploads: string[]) => {
      const outcome = await mend(caseNumber, { fields, uploads });
      return outcome?.kind === 'refused' ? outcome.items : outcome?.kind;
    };
    assert.deepEqual(
      await faults({ '/applicant/surname': 'Other', '/applicant/birthPlace': 'Cardigan' }, [photograph]),
      [{ item: '/applicant/surname', reason: 'not-named' }],
    );
    assert.deepEqual(await faults({ '/applicant/birthPlace': 'Cardigan' }, []), [
      { item: 'photograph', reason: 'not-mended' },
    ]);
    assert.deepEqual(await faults({ '/applicant/birthPlace': 7 }, [photograph]), [
      { item: '/applicant/birthPlace', reason: 'not-the-right-form' },
    ]);
    assert.equal(await faults({ '/applicant/birthPlace': null }, [photograph]), 'incomplete');
    assert.equal(await faults({ '/applicant/birthPlace': 'Cardigan' }, [photograph, randomUUID()]), 'unknown-uploads');
    const used = await mend(caseNumber, { fields: { '/applicant/birthPlace': 'Cardigan' }, uploads: [photograph] });
    assert.equal(used?.kind, 'mended', 'nothing was lost by the refusals');
  });

  it('ADR 7: a Centre may not send back what decides who the applicant is', async () => {
    const { caseNumber, sent } = await test.atCentre();
    const items = [{ item: '/applicant/citizenship', reason: 'contradicts-document' }];
    const outcome = await test.give(await test.answerTo(sent, { kind: 'deficiency', items }));
    assert.equal(outcome !== null && 'reason' in outcome && outcome.reason, 'items-not-known');
    assert.deepEqual(await test.openIncidents(caseNumber), ['centre-message-refused']);
    assert.equal((await test.caseRow(caseNumber)).waits_for, 'centre:e-imza');
  });
});
