import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CentreStanding } from '../../../cases/centre/askCentre.ts';
import type { Stage } from '../../../cases/record/inCase.ts';
import type { OpinionsOutcome } from '../../../cases/signature-issuance/closeTerms.ts';
import type { UnwindingLeft } from '../../../cases/unwinding/askUnwinding.ts';
import { fakes, inOrder, openWorkflows } from '../environment.ts';

const DAY_MS = 24 * 3_600_000;

describe('the workflow of signature-issuance', () => {
  let workflows: Awaited<ReturnType<typeof openWorkflows>>;
  before(async () => {
    workflows = await openWorkflows();
  });
  after(() => workflows.stop());
  const run = (activities: Parameters<typeof workflows.run>[1]) => workflows.run('signatureIssuance', activities);

  it('R1598/2.7, 2.8: delivers to all four at once, waits as long as the record says, then gives the FIN', async () => {
    const agencies = ['internal-affairs', 'foreign-affairs', 'state-security', 'foreign-intelligence'] as const;
    const { activities, calls } = fakes({
      closeTerms: inOrder<OpinionsOutcome>([
        { kind: 'deliver', agencies: [...agencies] },
        { kind: 'wait', milliseconds: 3 * DAY_MS },
        { kind: 'decided', outcome: 'approved' },
      ]),
    });
    const { milliseconds } = await run(activities);
    assert.ok(milliseconds >= 3 * DAY_MS, 'it slept as long as the record said');
    assert.deepEqual(calls.slice(0, 6), [
      'closeTerms',
      `requestOpinions ${agencies.join()}`,
      'closeTerms',
      'closeTerms',
      'signDocuments',
      'giveVirtualFin',
    ]);
  });

  for (const outcome of ['negative-opinion', 'withdrawn'] as const)
    it(`R1598/2.8: after ${outcome} tells the agencies to stop, gives nothing and unwinds what was done`, async () => {
      const { activities, calls } = fakes({ closeTerms: inOrder([{ kind: 'decided', outcome }]) });
      await run(activities);
      assert.deepEqual(calls, ['closeTerms', 'tellAgenciesToStop', 'askUnwinding']);
    });

  it('R1598/2.8: asks again for the FIN while the Entry-Exit and Registration system cannot be reached', async () => {
    const wait = { kind: 'wait', milliseconds: 60_000 } as const;
    const { activities, calls } = fakes({ giveVirtualFin: inOrder([wait, wait, { kind: 'given' }]) });
    await run(activities);
    assert.equal(calls.filter((call) => call === 'giveVirtualFin').length, 3);
  });

  it('R1598/2.9-2.15, 5.4: one stage after the other, each for as long as the record says the case stands in it', async () => {
    const at = (stage: Stage) => ({ stage, milliseconds: DAY_MS });
    const wait = { kind: 'wait', milliseconds: DAY_MS } as const;
    const { activities, calls } = fakes({
      askCentre: inOrder<CentreStanding>([{ kind: 'send' }, wait, { kind: 'over' }]),
      watchTerms: inOrder([
        at('invitation'),
        at('invitation'),
        at('identity'), // seen by the invitation's stage, which is over
        at('identity'), // and by its own
        at('contract'),
        at('contract'),
        at('register'),
        at('register'),
        at('ended'),
      ]),
    });
    const { milliseconds } = await run(activities);
    assert.deepEqual(calls, [
      ...['closeTerms', 'signDocuments', 'giveVirtualFin', 'askCentre', 'sendToCentre', 'askCentre', 'askCentre'],
      ...Array.from({ length: 9 }, () => 'watchTerms'),
      'askUnwinding',
    ]);
    assert.ok(milliseconds >= 6 * DAY_MS);
  });

  it('D16: started anew for a case that ended elsewhere, it passes every stage and unwinds', async () => {
    const { activities, calls } = fakes({
      askUnwinding: inOrder<UnwindingLeft>([
        { kind: 'call' },
        { kind: 'wait', milliseconds: 60_000 },
        { kind: 'over' },
      ]),
    });
    await run(activities);
    const stages = ['askCentre', 'watchTerms', 'watchTerms', 'watchTerms', 'watchTerms'];
    assert.deepEqual(calls.slice(3), [...stages, 'askUnwinding', 'unwindOutside', 'askUnwinding', 'askUnwinding']);
  });

  it('a short deed that keeps failing goes on as a regular activity until the record answers', async () => {
    let tried = 0;
    const { activities } = fakes({
      closeTerms: () => {
        tried += 1;
        if (tried < 6) throw new Error('the database is away');
        return Promise.resolve({ kind: 'decided', outcome: 'approved' });
      },
    });
    await run(activities);
    assert.equal(tried, 6);
  });
});
