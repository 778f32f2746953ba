import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { askCentre } from '../../../cases/centre/askCentre.ts';
import { openContract } from '../../../cases/centre/papers.ts';
import { recordNotSent, recordSent } from '../../../cases/centre/recordSending.ts';
import { openTestCentres, type TestCentres } from '../../support/centre.ts';

describe('a Centre and its answers', () => {
  let test: TestCentres;
  before(async () => {
    test = await openTestCentres();
  });
  after(() => test.stop());

  it('R1598/2.8-route: an E-imza application goes to its Centre, which has the ball from then on', async () => {
    const { caseNumber, sent } = await test.atCentre();
    assert.equal(sent.centre, 'e-imza');
    assert.match(sent.virtualFin, /^X/);
    assert.deepEqual(sent.documents.map(({ kind }) => kind).sort(), ['identity-document', 'photograph']);
    const { stage, waits_for: ball, waits_since: since } = await test.caseRow(caseNumber);
    assert.deepEqual([stage, ball], ['centre', 'centre:e-imza']);
    assert.ok(since);
    assert.deepEqual(await askCentre(test.record, caseNumber), { kind: 'wait', milliseconds: 30 * 86_400_000 });
    assert.equal(await askCentre(test.record, 'QR-2026-999999'), null);
  });

  it('R1598/2.9, 2.10, 2.11: issue and contract go to the mission, whose working day begins; the applicant is told', async () => {
    const { caseNumber, sent } = await test.atCentre();
    const answer = await test.answerTo(sent, { kind: 'issue' });
    const outcome = await test.give(answer);
    assert.equal(outcome?.kind, 'issued');
    assert.deepEqual(await test.give(answer), outcome, 'a repeat of the message gets the first answer');

    const { stage, outcome: ended, waits_for: ball } = await test.caseRow(caseNumber);
    assert.deepEqual([stage, ended, ball], ['invitation', 'approved', 'mission:london']);
    const term = await test.owner.one<{ holder: string; working_days: number; start_event: string }>(
      `SELECT holder, working_days, start_event FROM term WHERE case_number = $1 AND clause = 'R1598/2.11'`,
      [caseNumber],
    );
    assert.deepEqual(term, { holder: 'mission:london', working_days: 1, start_event: 'decision-arrived' });
    const held = await test.owner.many<{ kind: string; holder: string }>(
      `SELECT i.kind, h.holder FROM custody_item i JOIN custody_holding h ON h.item_id = i.id
        WHERE i.case_number = $1 AND h.until IS NULL ORDER BY i.kind`,
      [caseNumber],
    );
    assert.deepEqual(held, [
      { kind: 'certificate', holder: 'centre:e-imza' },
      { kind: 'token', holder: 'centre:e-imza' },
    ]);
    const notices = await test.owner.many<{ kind: string; recipient: string }>(
      `SELECT DISTINCT kind, recipient FROM notice WHERE case_number = $1 AND kind LIKE '%deci%' ORDER BY kind`,
      [caseNumber],
    );
    assert.deepEqual(notices, [
      { kind: 'issuance-decided', recipient: 'applicant' },
      { kind: 'mission-decision-arrived', recipient: 'mission:london' },
    ]);
    assert.deepEqual(await askCentre(test.record, caseNumber), { kind: 'over' });

    assert.equal(answer.body.kind, 'issue');
    const paper = await test.owner.one<{ sha256: string }>(
      `SELECT sha256 FROM paper WHERE case_number = $1 AND kind = 'contract-signed'`,
      [caseNumber],
    );
    const signed = await openContract(test.record, test.files, caseNumber, paper.sha256);
    assert.deepEqual(signed, answer.body.kind === 'issue' && Buffer.from(answer.body.contract));
  });

  it('R1598/2.9, 2.19: what does not hold is an incident, and nothing of it is believed', async () => {
    const { caseNumber, sent } = await test.atCentre();
    const good = await test.answerTo(sent, { kind: 'issue' });
    assert.equal(good.body.kind, 'issue');
    if (good.body.kind !== 'issue') return;
    const another = await test.answerTo({ ...sent, virtualFin: 'X000000' }, { kind: 'issue' });
    const byAsan = await test.answerTo(sent, { kind: 'issue' }, 'asan');
    const spoilt: [string, typeof good][] = [
      ['contract-signature', await test.answerTo(sent, { kind: 'bad-signature' })],
      ['not-three-years', await test.answerTo(sent, { kind: 'wrong-validity' })],
      ['issued-at-another-time', await test.answerTo({ ...sent, sentAt: '2026-03-13T05:00:00Z' }, { kind: 'issue' })],
      ['certificate-of-another', another],
      ['certificate-another-organization', byAsan],
      [
        'contract-not-our-draft',
        { ...good, body: { ...good.body, contract: new Uint8Array(Buffer.from('%PDF-1.7')) } },
      ],
      ['certificate-unreadable', { ...good, body: { ...good.body, certificate: new Uint8Array([1, 2, 3]) } }],
      ['certificate-chain', { ...good, body: { ...good.body, chain: [] } }],
      ['token-serial-missing', { ...good, body: { ...good.body, tokenSerial: undefined } }],
    ];
    for (const [reason, answer] of spoilt) {
      const message = { ...answer.message, messageId: randomUUID() };
      const outcome = await test.give({ ...answer, message });
      assert.equal(outcome !== null && 'reason' in outcome && outcome.reason, reason);
      assert.deepEqual(await test.openIncidents(caseNumber), ['centre-message-refused']);
    }
    const { stage, waits_for: ball } = await test.caseRow(caseNumber);
    assert.deepEqual([stage, ball], ['centre', 'centre:e-imza']);
    const made = await test.owner.one<{ n: number }>(
      `SELECT (SELECT count(*) FROM certificate WHERE case_number = $1)
            + (SELECT count(*) FROM custody_item WHERE case_number = $1)
            + (SELECT count(*) FROM paper WHERE case_number = $1 AND kind = 'contract-signed') AS n`,
      [caseNumber],
    );
    assert.equal(Number(made.n), 0);
    const refused = (await test.evidence(caseNumber)).filter(({ what }) => what === 'centre-message-refused');
    assert.equal(refused.length, spoilt.length);

    assert.equal((await test.give(good))?.kind, 'issued', 'a sound answer is believed all the same');
    assert.deepEqual(await test.openIncidents(caseNumber), []);
  });

  it('R1598/2.9: an answer from before the round was opened anew, as after a restore, is believed', async () => {
    const { caseNumber, sent } = await test.atCentre();
    await test.owner.run(`UPDATE "case" SET registered_at = registered_at - interval '2 days' WHERE number = $1`, [
      caseNumber,
    ]);
    const earlier = await test.answerTo(
      { ...sent, sentAt: new Date(Date.parse(sent.sentAt) - 86_400_000).toISOString() },
      { kind: 'issue' },
    );
    assert.equal((await test.give(earlier))?.kind, 'issued');
  });

  it('R1598/2.9: a late, foreign or second answer is refused with evidence and changes nothing', async () => {
    const { caseNumber, sent } = await test.atCentre();
    const answer = await test.answerTo(sent, { kind: 'issue' });
    const foreign = await test.give({
      ...answer,
      message: { ...answer.message, centre: 'asan', messageId: randomUUID() },
    });
    // Its certificate is not that Centre's application's: nothing there to hold it against, and no case of its own.
    assert.equal(foreign?.kind, 'not-yours');
    const stray = await test.give({
      ...answer,
      message: { ...answer.message, answers: randomUUID(), messageId: randomUUID() },
    });
    assert.equal(stray !== null && 'reason' in stray && stray.reason, 'another-round');
    assert.equal((await test.give(answer))?.kind, 'issued');
    const second = await test.answerTo(sent, { kind: 'refuse' });
    const late = await test.give(second);
    assert.equal(late !== null && 'reason' in late && late.reason, 'not-at-the-centre');
    const other = await test.give({ ...answer, message: { ...answer.message, sha256: 'other' } });
    assert.equal(other?.kind, 'other-body');
    const unknown = await test.give({
      ...answer,
      message: { ...answer.message, caseNumber: 'QR-2026-999999', messageId: randomUUID() },
    });
    assert.equal(unknown, null);
    const refused = (await test.evidence(caseNumber)).filter(({ what }) => what === 'deed-refused');
    assert.deepEqual(
      refused.map(({ facts }) => facts?.['reason']),
      ['not-yours', 'another-round', 'not-at-the-centre'],
    );
  });

  it('R1598/2.9: a second decision has no effect and is an incident, for another valid certificate may exist; a repeat is none', async () => {
    const { caseNumber, sent } = await test.atCentre();
    const answer = await test.answerTo(sent, { kind: 'issue' });
    assert.equal((await test.give(answer))?.kind, 'issued');
    const again = (one: typeof answer) => ({ ...one, message: { ...one.message, messageId: randomUUID() } });
    const reasonOf = (outcome: object | null) => (outcome as { reason?: string } | null)?.reason;
    assert.equal(reasonOf(await test.give(again(answer))), 'not-at-the-centre');
    assert.deepEqual(await test.openIncidents(caseNumber), [], 'the same certificate');

    const another = await test.answerTo(sent, { kind: 'issue' });
    assert.equal(reasonOf(await test.give(another)), 'not-at-the-centre');
    assert.deepEqual(await test.openIncidents(caseNumber), ['centre-message-refused']);
    assert.equal(reasonOf(await test.give(await test.answerTo(sent, { kind: 'refuse' }))), 'not-at-the-centre');
    const noted = (await test.evidence(caseNumber)).filter(({ what }) => what === 'centre-message-refused');
    assert.deepEqual(
      noted.map(({ facts }) => [facts?.['reason'], facts?.['decision']]),
      [
        ['second-decision', 'issue'],
        ['second-decision', 'refusal'],
      ],
    );
    const { n } = await test.owner.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM certificate WHERE case_number = $1`,
      [caseNumber],
    );
    assert.equal(n, 1);
  });

  it('R1598/2.9: a refusal ends the case where a dated row names the act, and has no effect where none does', async () => {
    const { caseNumber, sent } = await test.atCentre();
    assert.equal(
      (await test.give(await test.answerTo(sent, { kind: 'refuse', code: 'not-issued' })))?.kind,
      'refusal-taken',
    );
    const { stage, outcome, waits_for: ball } = await test.caseRow(caseNumber);
    assert.deepEqual([stage, outcome, ball], ['ended', 'centre-refusal', null]);
    const told = await test.owner.many(`SELECT 1 FROM notice WHERE case_number = $1 AND kind = 'centre-refusal'`, [
      caseNumber,
    ]);
    assert.ok(told.length > 0);

    await test.owner.run(
      `INSERT INTO parameter (name, in_force_from, value, ground) VALUES ('centre-refusal', '2026-01-01', '"none"', 'test')`,
    );
    const other = await test.atCentre();
    const refused = await test.give(await test.answerTo(other.sent, { kind: 'refuse' }));
    assert.equal(refused !== null && 'reason' in refused && refused.reason, 'no-act-for-refusal');
    assert.equal((await test.caseRow(other.caseNumber)).stage, 'centre');
    assert.deepEqual(await test.openIncidents(other.caseNumber), ['centre-message-refused']);
  });

  it('R1598/2.8-route: a Centre out of reach is tried again, and is an incident after the third failure', async () => {
    const { caseNumber } = await test.atCentre();
    await test.owner.run(`UPDATE centre_request SET attempts = 0, acknowledged_at = NULL WHERE case_number = $1`, [
      caseNumber,
    ]);
    const failed = { caseNumber, centre: 'e-imza', round: 1, failure: 'unreachable' } as const;
    for (const incidents of [[], [], ['centre-not-reached']]) {
      await recordNotSent(test.record, failed);
      assert.deepEqual(await test.openIncidents(caseNumber), incidents);
    }
    const standing = await askCentre(test.record, caseNumber);
    assert.equal(standing?.kind, 'wait');
    await recordSent(test.record, failed);
    assert.deepEqual(await test.openIncidents(caseNumber), []);
  });
});
