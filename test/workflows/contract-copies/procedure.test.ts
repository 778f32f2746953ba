import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Stage } from '../../../cases/record/inCase.ts';
import { fakes, inOrder, openWorkflows } from '../environment.ts';

const DAY_MS = 24 * 3_600_000;

describe('the workflow of contract-copies', () => {
  let workflows: Awaited<ReturnType<typeof openWorkflows>>;
  before(async () => {
    workflows = await openWorkflows();
  });
  after(() => workflows.stop());
  const at = (stage: Stage, milliseconds = DAY_MS) => ({ stage, milliseconds });

  it('R1598/2.16-2.18: waits in each stage while the bundle stands in it, and ends with it', async () => {
    const { activities, calls } = fakes({
      watchTerms: inOrder([
        at('collecting'),
        at('ministry'),
        at('ministry'),
        at('delivery'),
        at('delivery'),
        at('ended'),
      ]),
    });
    const { milliseconds } = await workflows.run('contractCopies', activities);
    assert.deepEqual(
      calls,
      Array.from({ length: 6 }, () => 'watchTerms'),
    );
    assert.ok(milliseconds >= 3 * DAY_MS, 'a day in each');
  });

  it('R1598/2.16: half a year of collecting is a short history: a month is the longest sleep', async () => {
    let months = 0;
    const { activities } = fakes({
      watchTerms: () => Promise.resolve((months += 1) <= 7 ? at('collecting', 200 * DAY_MS) : at('ended')),
    });
    const { milliseconds, events } = await workflows.run('contractCopies', activities);
    assert.ok(milliseconds >= 7 * 30 * DAY_MS);
    assert.ok(events <= 10 * 8, `${events} events`);
  });

  it('D2: a wake asks the record at once; several at a time change no outcome', async () => {
    let stage: Stage = 'collecting';
    const { activities } = fakes({
      watchTerms: () => {
        const seen = stage;
        stage = 'ended';
        return Promise.resolve(at(seen, DAY_MS));
      },
    });
    const { milliseconds } = await workflows.run('contractCopies', activities, { afterMs: 60_000, times: 3 });
    assert.ok(milliseconds < DAY_MS, 'it did not sleep the day out');
  });

  it('D16: started anew where the bundle is half way, it goes on from there; for an ended one it ends', async () => {
    const half = fakes({ watchTerms: inOrder([at('delivery'), at('delivery'), at('delivery'), at('ended')]) });
    await workflows.run('contractCopies', half.activities);
    assert.equal(half.calls.length, 4);
    const ended = fakes();
    await workflows.run('contractCopies', ended.activities);
    assert.equal(ended.calls.length, 3);
  });

  it('whileIn: a record that does not answer is asked until it does', async () => {
    let tried = 0;
    const { activities } = fakes({
      watchTerms: () => {
        tried += 1;
        if (tried < 6) throw new Error('the database is away');
        return Promise.resolve(at('ended'));
      },
    });
    await workflows.run('contractCopies', activities);
    assert.ok(tried >= 6);
  });
});
