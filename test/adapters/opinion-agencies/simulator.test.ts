import assert from 'node:assert/strict';
import test from 'node:test';
import type { ReceivedOpinion } from '../../../adapters/opinion-agencies/receive.ts';
import { requestFor, startParties } from './parties.ts';

const wordOf = (received: ReceivedOpinion): string =>
  received.kind === 'opinion' ? received.opinion.kind : received.kind;
const idOf = (received: ReceivedOpinion | undefined): string | null | undefined => received?.messageId;

const told: [string, object, string[]][] = [
  ['nothing against', { kind: 'nothing-against' }, ['nothing-against']],
  ['a negative opinion', { kind: 'negative', withGrounds: true, code: 'D2' }, ['negative']],
  ['the same twice', { kind: 'twice' }, ['negative', 'negative']],
  ['a change of mind', { kind: 'change-mind' }, ['nothing-against', 'negative']],
  ['bytes nobody can read', { kind: 'garble' }, ['unreadable']],
  ['slowly, nothing against', { kind: 'slow', ms: 20 }, ['nothing-against']],
];
for (const [title, behaviour, words] of told) {
  test(`R1598/2.8: an agency told to answers over TLS: ${title}`, async (t) => {
    const parties = await startParties(t);
    await parties.tell('behaviour', { cases: { 'QR-1': behaviour } }, 'PUT');
    assert.deepEqual(await parties.client.requestOpinion(requestFor('QR-1')), { kind: 'acknowledged' });
    await parties.until(words.length);
    assert.deepEqual(parties.received.map(wordOf), words);
    const [first, second] = parties.received;
    if (second !== undefined) assert.equal(idOf(first) === idOf(second), title === 'the same twice');
    assert.ok(first?.kind === 'opinion' || first?.kind === 'unreadable');
    assert.equal(first.agency, 'internal-affairs');
    assert.equal(first.caseNumber, 'QR-1');
    if (title === 'a negative opinion') {
      const grounds = 'Təqdim edilmiş məlumat agentliyin məlumatı ilə uyğun gəlmir.';
      assert.deepEqual(first.kind === 'opinion' && first.opinion, { kind: 'negative', code: 'D2', grounds });
    }
  });
}

test('R1598/2.8: a silent agency says nothing of itself; told to speak, it returns what we answered', async (t) => {
  const { client, tell, received } = await startParties(t, { kind: 'late' });
  await client.requestOpinion(requestFor('QR-1'));
  const said = await tell('say', { caseNumber: 'QR-1', opinion: { kind: 'negative' }, messageId: 'late-1' });
  assert.deepEqual(await said.json(), {
    messageId: 'late-1',
    kind: 'answered',
    status: 200,
    answer: { kind: 'recorded' },
  });
  assert.deepEqual(received.map(idOf), ['late-1']);
});

test("R1598/2.8: a security server that uses another agency's name, or two names, is refused", async (t) => {
  const { tell, received } = await startParties(t);
  const [own, other] = ['AZ/GOV/DIN/opinions', 'AZ/GOV/XIN/opinions'];
  for (const clients of [[other], [own, other]]) {
    const said = await tell('say', { caseNumber: 'QR-1', opinion: { kind: 'negative' }, clients });
    const { status } = (await said.json()) as { status: number };
    assert.ok(status === 403 || status === 400);
  }
  assert.deepEqual(
    received.map((one) => one.kind === 'refused' && one.why),
    ['another-member', 'two-clients'],
  );
});

test('an opinion that we could not take comes again with the same message id', async (t) => {
  const parties = await startParties(t, { kind: 'nothing-against', answerAfterMs: 0 });
  parties.answer = (_opinion, number) => (number < 3 ? 503 : 200);
  await parties.client.requestOpinion(requestFor('QR-1'));
  await parties.until(3);
  assert.equal(new Set(parties.received.map(idOf)).size, 1);
});

test('a repeated request is answered by one opinion alone', async (t) => {
  const parties = await startParties(t, { kind: 'nothing-against', answerAfterMs: 0 });
  await parties.client.requestOpinion(requestFor('QR-1'));
  await parties.client.requestOpinion(requestFor('QR-1'));
  await parties.client.requestOpinion(requestFor('QR-2'));
  await parties.until(2);
  assert.deepEqual(parties.received.map((one) => one.caseNumber).sort(), ['QR-1', 'QR-2']);
});

test('an agency told to stop drops what it still meant to say', async (t) => {
  const parties = await startParties(t, { kind: 'negative', withGrounds: false, answerAfterMs: 2_000 });
  await parties.client.requestOpinion(requestFor('QR-1'));
  const stop = { agency: 'internal-affairs', messageId: 's-1', caseNumber: 'QR-1', why: 'withdrawn' } as const;
  await parties.client.tellToStop(stop);
  await parties.client.requestOpinion(requestFor('QR-2'));
  await parties.until(1);
  assert.deepEqual(
    parties.received.map((one) => one.caseNumber),
    ['QR-2'],
  );
});

test('after a restart an agency knows its orders, its repeats, and the answer it owes', async (t) => {
  const parties = await startParties(t);
  const orders = { default: { kind: 'nothing-against' }, cases: { 'QR-1': { kind: 'negative', answerAfterMs: 200 } } };
  await parties.tell('behaviour', orders, 'PUT');
  await parties.client.requestOpinion(requestFor('QR-1'));
  const planned = (await parties.journal()).find(({ kind }) => kind === 'opinion-planned');
  assert.ok(planned && 'messageId' in planned);
  await parties.restart();
  await parties.client.requestOpinion(requestFor('QR-1'));
  await parties.until(1);
  assert.deepEqual(
    parties.received.map((one) => [wordOf(one), idOf(one)]),
    [['negative', planned.messageId]],
  );
  await parties.client.requestOpinion(requestFor('QR-2'));
  await parties.until(2);
  assert.deepEqual(parties.received.map(wordOf), ['negative', 'nothing-against']);
});

test('the journal tells the whole exchange in order and holds nothing of the applicant', async (t) => {
  const parties = await startParties(t, { kind: 'negative', withGrounds: true, code: 'D2', answerAfterMs: 0 });
  await parties.client.requestOpinion(requestFor('QR-1'));
  await parties.until(1);
  await parties.restart();
  const journal = await parties.journal();
  const kinds = journal.map(({ kind }) => kind);
  assert.deepEqual(kinds.slice(0, 4), ['request-received', 'opinion-planned', 'request-acknowledged', 'opinion-sent']);
  const text = JSON.stringify(journal);
  for (const secret of ['Aygün', 'C01234567']) assert.ok(!text.includes(secret));
});

test('orders that nobody can follow are refused with 400', async (t) => {
  const { tell } = await startParties(t);
  assert.equal((await tell('behaviour', { default: { kind: 'perhaps' } }, 'PUT')).status, 400);
  assert.equal((await tell('say', { opinion: { kind: 'negative' } })).status, 400);
  assert.equal((await tell('say', 'x' as unknown as object)).status, 400);
});
