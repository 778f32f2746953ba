import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CaseView } from '../../cases/findCases.ts';
import type { Registered } from '../../demo/portal.ts';
import { findTemporal, startTemporal, type TemporalServer } from '../../stack/temporal.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { control } from './control.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FORM = join(ROOT, 'demo', 'forms', 'foreigner-personal-token.json');

describe('how a case ends other than by silence', () => {
  let test: TestStack;
  let parties: ReturnType<typeof control>;
  let temporal: TemporalServer | undefined;
  before(async () => {
    test = await startTestStack();
    parties = control(test);
  });
  after(async () => {
    await temporal?.stop();
    await test.stop();
  });

  /** An application of a new person. */
  const apply = async (): Promise<Registered> => {
    const form = JSON.parse(await readFile(FORM, 'utf8')) as {
      applicant: { identityDocument: Record<string, unknown> };
    };
    const document = form.applicant.identityDocument;
    document['number'] = randomBytes(4).toString('hex').toUpperCase();
    delete document['machineReadableZone'];
    const { status, body } = await test.portal.apply(form, test.files);
    assert.equal(status, 201);
    return body;
  };
  const view = async ({ access }: Registered) => (await test.portal.status<CaseView>(access.token)).body;
  const withTerms = (registered: Registered, count = 4) =>
    until(`${count} terms`, async () => {
      const found = await view(registered);
      return found.terms.length === count && found;
    });
  const stopped = ({ caseNumber }: Registered, why: string, agencies: readonly (typeof AGENCIES)[number][]) =>
    until(`${agencies.length} agencies told to stop`, async () => {
      const journals = await Promise.all(agencies.map((agency) => parties.journal(agency)));
      return journals.every((journal) =>
        journal.some((line) => line.kind === 'stop-received' && line.caseNumber === caseNumber && line.why === why),
      );
    });

  it('withdrawal at once, and again with the same key; every agency that was asked is told', async () => {
    const registered = await apply();
    await withTerms(registered);
    const key = randomUUID();
    const first = await test.portal.withdraw(registered.access.token, key);
    assert.equal(first.status, 200);
    assert.deepEqual(await test.portal.withdraw(registered.access.token, key), first);
    assert.equal((await view(registered)).outcome, 'withdrawn');
    await stopped(registered, 'withdrawn', AGENCIES);
    const late = await parties.say('foreign-affairs', registered.caseNumber, { kind: 'negative' });
    assert.equal(late.answer?.kind, 'after-decision');
    assert.equal((await view(registered)).outcome, 'withdrawn');
  });

  it('R1598/2.8: a negative opinion over TLS ends it, the others are told, withdrawal comes too late', async () => {
    const registered = await apply();
    await withTerms(registered);
    const said = await parties.say('foreign-affairs', registered.caseNumber, { kind: 'negative', grounds: 'x' });
    assert.deepEqual([said.status, said.answer?.kind], [200, 'ended-the-case']);
    assert.equal((await view(registered)).outcome, 'negative-opinion');
    const others = AGENCIES.filter((agency) => agency !== 'foreign-affairs');
    await stopped(registered, 'negative-opinion', others);
    const journal = await parties.journal('foreign-affairs');
    assert.ok(
      !journal.some(({ kind, caseNumber }) => kind === 'stop-received' && caseNumber === registered.caseNumber),
    );

    const refused = await test.portal.withdraw(registered.access.token);
    assert.equal(refused.status, 409);
    assert.equal((refused.body as { clause: string }).clause, 'R1598/2.8');
    assert.equal((await view(registered)).outcome, 'negative-opinion');
    const letters = await until('the letter', async () => {
      const found = (await parties.letters()).filter(({ text }) => text.includes(registered.caseNumber));
      return found.length >= 2 && found;
    });
    const refusal = letters.find(({ to, text }) => to.includes('imogen@example.com') && text.includes('complain'));
    assert.ok(refusal, 'the applicant is told, and where to complain');
    assert.doesNotMatch(refusal.text, /foreign-affairs|Foreign Affairs/, 'but not by whom');
  });

  it('R1598/2.7: an agency that is down has no term until its delivery is proven, and the whole of it from then', async () => {
    await parties.mail({ reject: ['foreign-intelligence@agency.invalid'] });
    await test.agency(AGENCIES.indexOf('foreign-intelligence'), { default: { kind: 'down', how: 'hangs-up' } });
    const registered = await apply();
    const before = await withTerms(registered, 3);
    assert.ok(!before.terms.some(({ agency }) => agency === 'foreign-intelligence'));
    const { body: official } = await until('a bounce', async () => {
      const found = await test.portal.asOfficial<CaseView>(
        test.operator,
        'GET',
        `/api/v1/cases/${registered.caseNumber}`,
      );
      return found.body.notices.some(({ state }) => state === 'bounced') && found;
    });
    assert.equal(official.outcome, null);
    await test.forward('2026-03-26T10:00:00+04:00');
    await test.agency(AGENCIES.indexOf('foreign-intelligence'), { default: { kind: 'silent' } });
    const all = await withTerms(registered);
    const late = all.terms.find(({ agency }) => agency === 'foreign-intelligence');
    assert.ok((late?.startedAt ?? '') >= new Date('2026-03-26T10:00:00+04:00').toISOString());
    assert.equal(late?.endsAt, new Date('2026-04-03T00:00:00+04:00').toISOString());
    assert.equal(all.outcome, null, 'an agency that was not reached has not stayed silent');
    await parties.mail({});
  });

  it('R1598/2.8: with Temporal stopped an objection is taken and decides; once it is back the others are told', async () => {
    const registered = await apply();
    await withTerms(registered);
    process.kill(test.stack.pids.temporal, 'SIGKILL');
    await until('Temporal to be gone', async () => {
      const { body } = await test.portal.call<{ parts: Record<string, string> }>('GET', '/health', {});
      return body.parts['temporal'] === 'down';
    });
    const said = await parties.say('internal-affairs', registered.caseNumber, { kind: 'negative' });
    assert.deepEqual([said.status, said.answer?.kind], [200, 'ended-the-case']);
    assert.equal((await view(registered)).outcome, 'negative-opinion');
    const waiting = await apply();
    assert.equal((await test.portal.withdraw(waiting.access.token)).status, 200);

    const cache =
      process.env['MOHLET_TEST_TEMPORAL'] ?? (await findTemporal(join(ROOT, '.mohlet', 'bin'), () => undefined));
    temporal = await startTemporal({
      binary: cache,
      databaseFile: join(test.home, 'temporal.db'),
      port: test.stack.ports.temporal,
      log: () => undefined,
    });
    await stopped(
      registered,
      'negative-opinion',
      AGENCIES.filter((agency) => agency !== 'internal-affairs'),
    );
    assert.equal((await view(waiting)).outcome, 'withdrawn');
  });
});
