import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { CaseView } from '../../cases/findCases.ts';
import { OFFICIALS } from '../../demo/officials.ts';
import { type Life, type Lives, openLives } from '../support/lives.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { control } from './control.ts';
import { databaseRows, storedFiles, temporalFiles, temporalHistories } from './places.ts';
import { FOREIGNER, needles, planted } from './plants.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FORM = join(ROOT, 'demo', 'forms', 'foreigner-personal-token.json');
/** The exit code of `npm run verify` for what is genuine, of a rehearsal. */
const GENUINE_REHEARSAL = 10;

describe('a whole life, from the form to the register and the copies home', () => {
  let test: TestStack;
  let lives: Lives;
  let life: Life;
  let bundle: string;
  let lookFor: Map<string, Buffer>;
  const shown: string[] = [];

  const leaks = (place: string, where: Buffer | string): string[] => {
    const bytes = Buffer.isBuffer(where) ? where : Buffer.from(where);
    return [...lookFor].filter(([, needle]) => bytes.includes(needle)).map(([name]) => `${name} in ${place}`);
  };
  const base = () => `http://127.0.0.1:${test.stack.ports.api}`;
  const view = async () => (await test.portal.status<CaseView>(life.access.token)).body;
  /** Asks what is refused, with planted words in it, and keeps the answer. */
  const refused = async (asked: Promise<{ status: number; body: unknown }>): Promise<void> => {
    const { status, body } = await asked;
    assert.ok(status >= 400, JSON.stringify(body));
    shown.push(JSON.stringify(body));
  };

  before(async () => {
    test = await startTestStack();
    lives = await openLives(test);
    lookFor = await needles([FOREIGNER], test.files);
    for (const at of [0, 1, 2, 3]) await test.agency(at, { default: { kind: 'nothing-against' } });
    const said = `${FOREIGNER.surname} ${FOREIGNER.number}`;
    await control(test).centre('e-imza', {
      kind: 'deficiency',
      items: [{ item: 'photograph', reason: 'unreadable', remark: said }],
    });

    life = await lives.apply((await planted(FORM, FOREIGNER)) as Record<string, unknown>);
    const { caseNumber, mission } = life;
    await lives.ballIs(life, 'applicant');
    await lives.mend(life);
    await lives.comesTo(caseNumber, 'invitation');

    const { acting } = lives;
    const officer = OFFICIALS.mission(mission);
    await refused(acting.post(officer, `/cases/${caseNumber}/invitation`, { fromDay: said }));
    await refused(acting.post(officer, `/cases/${encodeURIComponent(said)}/invitation`, { fromDay: null }));
    await refused(acting.ask(officer, 'GET', `/items/token/${encodeURIComponent(FOREIGNER.surname)}`));
    await refused(acting.offer(caseNumber, 'centre:e-imza', 'courier:7', [{ kind: 'token', serial: 'T-0' }]));
    await lives.bringToMission(life);
    await lives.invite(life);
    await lives.book(life);
    const application = await acting.ask(officer, 'GET', `/cases/${caseNumber}/application`);
    assert.ok(JSON.stringify(application.body).includes(FOREIGNER.surname), 'the officer has what he compares with');
    await refused(acting.checkIdentity(mission, caseNumber, { came: said, findings: [{ item: said }] }));
    await lives.checkIdentity(life);
    await refused(
      acting.sign(mission, caseNumber, { certificateContract: `C-${FOREIGNER.number}`, simContract: said }),
    );
    await lives.finish(life);

    bundle = await lives.bundleOf(life);
    await lives.bundleToMinistry(bundle, mission);
    await lives.bundleOnward(bundle);
    await lives.bundleHome(bundle);
    await lives.comesTo(bundle, 'ended');
    await until('every letter and text message', async () =>
      (await view()).notices.every(({ state }) => state !== 'due'),
    );
  });
  after(async () => {
    await lives.close();
    await test.stop();
  });

  it('R1598/2.6-2.15, 5.4: ends issued, valid three years, with a register entry and everything where it belongs', async () => {
    const { stage, outcome, certificate, custody, waitsFor } = await view();
    assert.deepEqual([stage, outcome, waitsFor], ['ended', 'issued', null]);
    const issued = new Date(certificate?.issuedAt ?? NaN);
    issued.setUTCFullYear(issued.getUTCFullYear() + 3);
    assert.equal(certificate?.validUntil, issued.toISOString());
    const register = await lives.acting.ask<{ entries: { caseNumber: string }[] }>(
      OFFICIALS.operator,
      'GET',
      '/register',
    );
    assert.deepEqual(
      register.body.entries.map(({ caseNumber }) => caseNumber),
      [life.caseNumber],
    );
    assert.deepEqual(
      custody.map(({ kind, copy, state, holder }) => [kind, copy, state, holder]),
      [
        ['certificate', 1, 'sound', 'applicant'],
        ['certificate-contract', 1, 'sound', 'applicant'],
        ['certificate-contract', 2, 'sound', 'centre:e-imza'],
        ['token', 1, 'sound', 'applicant'],
      ],
    );
  });

  it('every letter and text message to the applicant was taken, by the journals of those who took them', async () => {
    const { notices } = await view();
    const kinds = [
      'registered',
      'approved-by-silence',
      'centre-deficiency',
      'issuance-decided',
      'invited',
      'appointment-booked',
      'issued',
    ];
    for (const channel of ['email', 'sms'])
      assert.deepEqual(
        notices.filter((one) => one.channel === channel).map(({ kind }) => kind),
        kinds,
      );
    for (const { kind, channel, state, attempts } of notices) {
      // Where the provider's word came before our own record of sending, it is asked for minutes later.
      assert.ok((channel === 'email' ? ['accepted'] : ['sent', 'delivered']).includes(state), `${kind} ${state}`);
      assert.equal(attempts, 1);
    }
    const letters = (await control(test).letters()).filter(({ to }) => to.includes(FOREIGNER.email));
    assert.equal(letters.length, kinds.length);
    const answer = await fetch(`http://127.0.0.1:${test.stack.ports.textMessages}/dev/text-messages.json`);
    const texts = (await answer.json()) as { to: string; body: string; status: string }[];
    const his = texts.filter(({ to }) => to === FOREIGNER.mobile.replaceAll(' ', ''));
    assert.equal(his.length, kinds.length);
    assert.ok(his.every(({ body, status }) => body.includes(life.caseNumber) && status === 'delivered'));
  });

  it('R1598/2.10, 2.15-2.18: every hand-over has its act as a PDF, for those between whom it was', async () => {
    const rows = (await databaseRows(test)).get('handover')?.split('\n') ?? [];
    assert.equal(rows.length, 3 + 1 + 3, 'three to the mission, one to the applicant, three home');
    for (const row of rows) {
      const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(row)?.[0] ?? '';
      const authorization = `Bearer ${test.auditor}`;
      const act = await fetch(`${base()}/api/v1/handovers/${id}/act.pdf`, { headers: { authorization } });
      assert.equal(act.status, 200);
      assert.equal(
        Buffer.from(await act.arrayBuffer())
          .subarray(0, 5)
          .toString(),
        '%PDF-',
      );
    }
  });

  it('S1598/2.1: the file of the case is verified offline; one altered byte is found', async () => {
    const authorization = `Bearer ${life.access.token}`;
    const answer = await fetch(`${base()}/api/v1/application/file`, { headers: { authorization } });
    assert.equal(answer.status, 200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const verify = async (name: string, content: Buffer): Promise<number> => {
      const file = join(test.home, name);
      await writeFile(file, content);
      const trust = join(test.home, 'trust', 'keys.json');
      const verifying = promisify(execFile)(process.execPath, [
        join(ROOT, 'commands', 'verify.ts'),
        file,
        '--trust',
        trust,
      ]);
      return verifying.then(
        () => 0,
        ({ code }: { code: number }) => code,
      );
    };
    assert.equal(await verify('whole.zip', bytes), GENUINE_REHEARSAL);
    const altered = Buffer.from(bytes);
    altered[Math.floor(altered.length / 2)] = (altered[Math.floor(altered.length / 2)] ?? 0) ^ 1;
    assert.notEqual(await verify('altered.zip', altered), GENUINE_REHEARSAL);
  });

  it('personal data are in no history, log, metric, error, evidence, row or file but sealed', async () => {
    const { workflows, text } = await temporalHistories(test);
    assert.ok(workflows >= 2 && text.includes('contractCopies') && text.includes('sendToCentre'));
    assert.deepEqual(leaks('a history', text), []);
    assert.deepEqual(leaks('the files of Temporal', await temporalFiles(test)), []);
    assert.ok(
      test.lines.some((line) => line.includes('/identity')),
      'the log tells of the counter',
    );
    assert.deepEqual(leaks('the log', test.lines.join('\n')), []);
    assert.deepEqual(leaks('the metrics', await (await fetch(`${base()}/metrics`)).text()), []);
    assert.ok(shown.length >= 6);
    const rows = await databaseRows(test);
    for (const what of ['centre-deficiency', 'identity-checked', 'contracts-signed', 'entered-in-register'])
      assert.ok(rows.get('evidence')?.includes(what), what);
    assert.deepEqual(
      [...rows].flatMap(([table, row]) => leaks(table, row)),
      [],
    );
    assert.deepEqual(leaks('an error', shown.join('\n')), []);
    assert.deepEqual(leaks('the document store', await storedFiles(test)), []);
  });
});
