import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import type { CaseView } from '../../cases/findCases.ts';
import type { Answer } from '../../demo/portal.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { control } from './control.ts';
import { databaseRows, storedFiles, temporalFiles, temporalHistories } from './places.ts';
import { CITIZEN, FOREIGNER, needles, planted } from './plants.ts';

const FORMS = join(import.meta.dirname, '..', '..', 'demo', 'forms');

describe('personal data, after every party has failed with them in its error text', () => {
  let test: TestStack;
  let lookFor: Map<string, Buffer>;
  const errors: string[] = [];

  const keep = <T>(answer: Answer<T>): Answer<T> => {
    if (answer.status >= 400) errors.push(JSON.stringify(answer.body));
    return answer;
  };
  const leaks = (place: string, where: Buffer | string): string[] => {
    const bytes = Buffer.isBuffer(where) ? where : Buffer.from(where);
    return [...lookFor].filter(([, needle]) => bytes.includes(needle)).map(([name]) => `${name} in ${place}`);
  };
  const view = async (code: string) => (await test.portal.status<CaseView>(code)).body;

  before(async () => {
    test = await startTestStack();
    lookFor = await needles([FOREIGNER, CITIZEN], test.files);
    const parties = control(test);
    const foreigner = await planted(join(FORMS, 'foreigner-personal-token.json'), FOREIGNER);
    const citizen = await planted(join(FORMS, 'citizen-asan.json'), CITIZEN);

    await test.agency(0, { default: { kind: 'down', how: 'echoes' } });
    await test.agency(1, { default: { kind: 'garble', what: 'acknowledgement' } });
    await parties.register({ kind: 'down', how: 'echoes' });
    await parties.mail({ reject: [FOREIGNER.email] });

    // Faults of the sender, with the data in what was sent.
    keep(await test.portal.call('POST', `/api/v1/applications?name=${FOREIGNER.surname}`, { json: { ...FOREIGNER } }));
    const raw = await fetch(`http://127.0.0.1:${test.stack.ports.api}/api/v1/applications`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-key-of-sixteen-letters' },
      body: `{"surname":"${CITIZEN.surname}", ${CITIZEN.email}`,
    });
    errors.push(await raw.text());
    keep(await test.portal.call('GET', `/api/v1/cases/${encodeURIComponent(CITIZEN.surname)}`, {}));
    keep(await test.portal.asOfficial(test.operator, 'GET', `/api/v1/cases/${FOREIGNER.email}`));
    keep(await test.portal.call('POST', '/api/v1/applications', { json: { application: foreigner, uploads: [] } }));

    const first = (await test.portal.apply(foreigner, test.files)).body;
    const second = (await test.portal.apply(citizen, test.files)).body;
    assert.ok(first.caseNumber && second.caseNumber);
    keep(await test.portal.apply(foreigner, test.files));

    const said = `${FOREIGNER.givenName} ${FOREIGNER.surname} ${FOREIGNER.number} ${CITIZEN.surname} ${CITIZEN.number}`;
    await until('two agencies of each case', async () => {
      const views = await Promise.all([view(first.access.token), view(second.access.token)]);
      return views.every(({ requests }) => requests.filter(({ deliveredAt }) => deliveredAt !== null).length >= 2);
    });
    // Unreadable, with the data in it; a negative one, with the data in its code and grounds; one about no case.
    for (const { caseNumber } of [first, second])
      await parties.say('state-security', caseNumber, { kind: 'nothing-against', about: said });
    await parties.say('state-security', 'QR-2026-999999', { kind: 'negative', code: said, grounds: said });
    await parties.say('foreign-intelligence', second.caseNumber, { kind: 'negative', code: said, grounds: said });
    const ended = await until('the end of the second case', async () => {
      const found = await view(second.access.token);
      return found.outcome !== null && found;
    });
    assert.equal(ended.outcome, 'negative-opinion');

    // The first case goes on to the FIN, by a register that copies what it is asked into its error.
    await test.agency(0, { default: { kind: 'silent' } });
    await test.agency(1, { default: { kind: 'silent' } });
    const found = { agency: 'state-security', finding: 'nothing-against', document: 'letter-1' };
    keep(await test.portal.asOfficial(test.operator, 'POST', `/api/v1/cases/${first.caseNumber}/findings`, found));
    await until('all four terms', async () => (await view(first.access.token)).terms.length === 4);
    await test.forward('2026-04-20T09:00:00+04:00');
    await until('an incident at the register', async () => {
      const { body } = await test.portal.asOfficial<{ incidents: { kind: string }[] }>(
        test.operator,
        'GET',
        '/api/v1/incidents',
      );
      return body.incidents.some(({ kind }) => kind === 'register-not-reached');
    });
    await parties.register({ kind: 'well' });
    await test.forward('2026-04-20T09:01:00+04:00');
    await until('the virtual FIN', async () => (await view(first.access.token)).virtualFinGivenAt !== null);
    await until('a bounce on the case', async () =>
      (await view(first.access.token)).notices.some(({ state }) => state === 'bounced'),
    );
  });
  after(() => test.stop());

  it('are in no Temporal history, nor anywhere in its files', async () => {
    const { workflows, text } = await temporalHistories(test);
    assert.ok(workflows >= 2 && text.includes('signatureIssuance'));
    assert.deepEqual(leaks('a history', text), []);
    const files = await temporalFiles(test);
    assert.ok(files.includes('signatureIssuance'));
    assert.deepEqual(leaks('the files of Temporal', files), []);
  });

  it('are in no line of the log', () => {
    assert.ok(test.lines.some((line) => line.includes('"part":"worker"')) && test.lines.length > 30);
    assert.deepEqual(leaks('the log', test.lines.join('\n')), []);
  });

  it('are in no metric and no error', async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${test.stack.ports.api}/metrics`)).text();
    assert.match(metrics, /mohlet_record/);
    assert.deepEqual(leaks('the metrics', metrics), []);
    assert.ok(errors.length >= 6);
    assert.deepEqual(leaks('an error', errors.join('\n')), []);
  });

  it('are in no row of the database but sealed, and in no stored file but sealed', async () => {
    const rows = await databaseRows(test);
    assert.ok((rows.get('evidence') ?? '').includes('virtual-fin-given') && rows.has('outbox'));
    assert.deepEqual(
      [...rows].flatMap(([table, text]) => leaks(table, text)),
      [],
    );
    const files = await storedFiles(test);
    assert.ok(files.length > 1_000);
    assert.deepEqual(leaks('the document store', files), []);
  });

  it('would be found: they are in what was sent to the agencies and by mail', async () => {
    const letters = await control(test).letters();
    assert.ok(letters.some(({ to }) => to.includes(CITIZEN.email)));
    assert.notDeepEqual(leaks('the mail', JSON.stringify(letters)), []);
  });
});
