import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CaseView } from '../../cases/findCases.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';

const FORM = join(import.meta.dirname, '..', '..', 'demo', 'forms', 'foreigner-personal-token.json');

describe('from an application over HTTP to the virtual FIN', () => {
  let test: TestStack;
  before(async () => {
    test = await startTestStack();
  });
  after(() => test.stop());

  it('R1598/2.6, 2.7, 2.8: three working days of silence over Novruz give the virtual FIN', async () => {
    await test.forward('2026-03-19T10:00:00+04:00');
    const application = JSON.parse(await readFile(FORM, 'utf8')) as unknown;
    const { status, body: registered } = await test.portal.apply(application, test.files);
    assert.equal(status, 201);
    assert.match(registered.caseNumber, /^QR-2026-\d{6}$/);

    const view = async () => (await test.portal.status<CaseView>(registered.access.token)).body;
    const running = await until('four terms', async () => {
      const found = await view();
      return found.terms.length === 4 && found;
    });
    for (const term of running.terms) assert.equal(term.endsAt, new Date('2026-04-03T00:00:00+04:00').toISOString());
    assert.equal(running.outcome, null);

    await test.freeze('2026-04-02T23:59:59.999+04:00');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.equal((await view()).outcome, null, 'never early');

    await test.freeze('2026-04-03T00:00:00+04:00');
    const decided = await until('the virtual FIN', async () => {
      const found = await view();
      return found.virtualFinGivenAt !== null && found;
    });
    assert.equal(decided.outcome, 'approved');
    assert.equal(decided.decidedAt, new Date('2026-04-03T00:00:00+04:00').toISOString());
    await until('all letters to the applicant', async () => {
      const { notices } = await view();
      const letters = notices.filter(({ kind }) => kind === 'registered' || kind === 'approved-by-silence');
      return letters.length >= 2 && letters.every(({ state }) => state === 'accepted' || state === 'delivered');
    });
  });

  it('GET /health says that every part is up', async () => {
    const health = await until('health', async () => {
      const { status, body } = await test.portal.call<{ parts: Record<string, string> }>('GET', '/health', {});
      return status === 200 && body;
    });
    assert.deepEqual(
      Object.entries(health.parts).filter(([, state]) => state !== 'up'),
      [],
    );
  });
});
