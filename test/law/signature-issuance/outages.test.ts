import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endAfterOutages, type Outage } from '../../../law/signature-issuance/outages.ts';

const TERM = {
  startedAt: '2026-03-16T05:00:00.000Z',
  endsAt: '2026-03-19T20:00:00.000Z',
  oneDayMore: '2026-03-31T20:00:00.000Z',
};
const NOW = '2026-03-20T01:00:00.000Z';
const outage = (channel: string, from: string, to: string | null): Outage => ({ channel, from, to });
const LAST_HOUR = outage('agency-endpoint', '2026-03-19T19:00:00.000Z', '2026-03-20T01:00:00.000Z');
const LONG = { totalOutageMinutes: 1440 };

describe('ADR 3: outages of the answering channels and the end of a term', () => {
  it('R1598/2.8: by default they change nothing', () => {
    assert.deepEqual(endAfterOutages(TERM, [LAST_HOUR], 'none', NOW), { endsAt: TERM.endsAt, extensions: [] });
  });
  it('one that touches the last hour moves the end by as long as it lasted', () => {
    assert.equal(endAfterOutages(TERM, [LAST_HOUR], LONG, NOW).endsAt, '2026-03-20T02:00:00.000Z');
  });
  it('channels that were down together count once', () => {
    const second = outage('pages', '2026-03-19T19:00:02.000Z', '2026-03-20T00:59:00.000Z');
    const { endsAt, extensions } = endAfterOutages(TERM, [LAST_HOUR, second], LONG, NOW);
    assert.deepEqual([endsAt, extensions.length], ['2026-03-20T02:00:00.000Z', 1]);
  });
  it('two at the same time do not add up to a total', () => {
    const both = [1, 2].map((n) => outage(`c${n}`, '2026-03-17T05:00:00.000Z', '2026-03-17T09:00:00.000Z'));
    assert.equal(endAfterOutages(TERM, both, { totalOutageMinutes: 300 }, NOW).endsAt, TERM.endsAt);
    assert.equal(endAfterOutages(TERM, both, { totalOutageMinutes: 200 }, NOW).endsAt, TERM.oneDayMore);
  });
  it('one that lasts is counted up to now, so that the term cannot end under it', () => {
    const lasts = outage('agency-endpoint', '2026-03-19T19:30:00.000Z', null);
    assert.ok(Date.parse(endAfterOutages(TERM, [lasts], LONG, NOW).endsAt) > Date.parse(NOW));
  });
  it('one outside the last hour and below the total changes nothing', () => {
    const early = outage('agency-endpoint', '2026-03-17T05:00:00.000Z', '2026-03-17T06:00:00.000Z');
    assert.deepEqual(endAfterOutages(TERM, [early], LONG, NOW).extensions, []);
  });
});
