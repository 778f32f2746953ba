import assert from 'node:assert/strict';
import test from 'node:test';
import type { Behaviour } from '../../../adapters/opinion-agencies/behaviour.ts';
import { requestFor, startParties } from './parties.ts';

const ACKNOWLEDGED = { kind: 'acknowledged' };

test('R1598/2.7: a request is acknowledged, and its repeat is harmless', async (t) => {
  const { client, journal } = await startParties(t);
  assert.deepEqual(await client.requestOpinion(requestFor('QR-1')), ACKNOWLEDGED);
  assert.deepEqual(await client.requestOpinion(requestFor('QR-1')), ACKNOWLEDGED);
  const received = (await journal()).filter(({ kind }) => kind === 'request-received');
  assert.deepEqual(
    received.map((entry) => 'repeat' in entry && entry.repeat),
    [false, true],
  );
});

test('R1598/2.7: a stop reaches the agency, twice as well as once', async (t) => {
  const { client, journal } = await startParties(t);
  const stop = { agency: 'internal-affairs', messageId: 's-1', caseNumber: 'QR-1', why: 'withdrawn' } as const;
  assert.deepEqual(await client.tellToStop(stop), ACKNOWLEDGED);
  assert.deepEqual(await client.tellToStop(stop), ACKNOWLEDGED);
  const stops = (await journal()).filter(({ kind }) => kind === 'stop-received');
  assert.deepEqual(
    stops.map((entry) => 'repeat' in entry && entry.repeat),
    [false, true],
  );
});

const troubles: [Behaviour, string][] = [
  [{ kind: 'down', how: 'hangs-up' }, 'unreachable'],
  [{ kind: 'down', how: 'unavailable' }, 'unreachable'],
  [{ kind: 'down', how: 'echoes' }, 'unreachable'],
  [{ kind: 'slow', ms: 60_000, opinion: 'nothing-against', withGrounds: false }, 'timed-out'],
  [{ kind: 'garble', what: 'acknowledgement', answerAfterMs: 0 }, 'unreadable'],
];
for (const [behaviour, failure] of troubles) {
  const title = Object.values(behaviour)
    .filter((value) => typeof value === 'string')
    .join(' ');
  test(`R1598/2.8: an agency that is "${title}" has not been told: ${failure}, and none of its words cross`, async (t) => {
    const { client } = await startParties(t, behaviour, failure === 'timed-out' ? 500 : undefined);
    assert.deepEqual(await client.requestOpinion(requestFor('QR-1')), { kind: 'failed', failure });
  });
}

test('R1598/2.7: a request sent to another subsystem than the agency keeps is rejected', async (t) => {
  const { client, journal } = await startParties(t);
  const request = { ...requestFor('QR-1'), agency: 'foreign-affairs' as const };
  assert.deepEqual(await client.requestOpinion(request), { kind: 'failed', failure: 'rejected' });
  assert.deepEqual(await journal(), []);
});

test('a call that comes back after an outage is taken', async (t) => {
  const { client, tell } = await startParties(t, { kind: 'down', how: 'hangs-up' });
  assert.deepEqual(await client.requestOpinion(requestFor('QR-1')), { kind: 'failed', failure: 'unreachable' });
  assert.equal((await tell('behaviour', { default: { kind: 'silent' } }, 'PUT')).status, 204);
  assert.deepEqual(await client.requestOpinion(requestFor('QR-1')), ACKNOWLEDGED);
});
