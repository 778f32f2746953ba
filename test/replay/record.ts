import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { control } from '../journeys/control.ts';
import { formOf, type Life, openLives } from '../support/lives.ts';
import { startTestStack } from '../support/stack.ts';

/**
 * Records complete histories from a running stack into this folder, by which the replay test holds later workflow code
 * to what has been run: `node test/replay/record.ts`. The histories `early`, `negative`, `silent` and `withdrawn` are of
 * the release whose workflow ended with the virtual FIN, and are never recorded again.
 */
const EVERY_AGENCY = [0, 1, 2, 3];

const test = await startTestStack();
const lives = await openLives(test);
try {
  const agenciesWill = async (kind: string) => {
    for (const at of EVERY_AGENCY) await test.agency(at, { default: { kind } });
  };
  const atInvitation = async (form: string, passport?: string): Promise<Life> => {
    const life = await lives.apply(await formOf(form, passport));
    await lives.comesTo(life.caseNumber, 'invitation');
    return life;
  };
  await agenciesWill('nothing-against');

  const mismatch = await atInvitation('foreigner-personal-token', 'RP1000001');
  await lives.bringToMission(mismatch);
  await lives.invite(mismatch);
  await lives.book(mismatch);
  await lives.checkIdentity(mismatch, 'mismatch');
  await lives.bringBack(mismatch);

  const withdrawn = await atInvitation('foreigner-personal-token', 'RP1000002');
  await lives.identify(withdrawn);
  await test.portal.withdraw(withdrawn.access.token);
  await lives.bringBack(withdrawn);

  await control(test).centre('asan', { kind: 'deficiency' });
  const asan = await lives.apply(await formOf('citizen-asan'));
  await lives.ballIs(asan, 'applicant');
  await lives.mend(asan);
  await lives.comesTo(asan.caseNumber, 'invitation');
  await lives.identify(asan);
  await lives.finish(asan);

  // The long way: nobody answers, and everybody is reminded first and then late.
  await agenciesWill('silent');
  const eImza = await lives.apply(await formOf('foreigner-personal-token', 'RP1000003'));
  await lives.termsRun(eImza);
  await test.forward('2026-03-20T10:00:00+04:00');
  await lives.comesTo(eImza.caseNumber, 'invitation');
  await lives.bringToMission(eImza);
  await test.forward('2026-04-02T10:00:00+04:00');
  await lives.isOverdue(eImza, 'R1598/2.11');
  await lives.invite(eImza);
  await lives.book(eImza);
  await lives.checkIdentity(eImza);
  await lives.sign(eImza);
  await lives.handOver(eImza);
  await test.forward('2026-04-10T10:00:00+04:00');
  await lives.isOverdue(eImza, 'R1598/5.4');
  await lives.enterInRegister(eImza);
  await lives.comesTo(eImza.caseNumber, 'ended');

  const bundle = await lives.bundleOf(eImza);
  await test.forward('2026-09-01T10:00:00+04:00');
  await lives.bundleToMinistry(bundle, eImza.mission);
  await test.forward('2026-09-07T10:00:00+04:00');
  await lives.bundleOnward(bundle);
  await lives.bundleHome(bundle);
  await lives.comesTo(bundle, 'ended');

  const connection = await Connection.connect({ address: `127.0.0.1:${test.stack.ports.temporal}` });
  const client = new Client({ connection });
  for (const [name, caseNumber] of Object.entries({
    'signature-issuance.issued-e-imza': eImza.caseNumber,
    'signature-issuance.issued-asan': asan.caseNumber,
    'signature-issuance.mismatch': mismatch.caseNumber,
    'signature-issuance.withdrawn-at-the-mission': withdrawn.caseNumber,
    'contract-copies.home': bundle,
  })) {
    const handle = client.workflow.getHandle(caseNumber);
    await handle.result();
    const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as { events: unknown[] };
    await writeFile(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(history, null, 1)}\n`);
    process.stdout.write(`${name}: ${history.events.length} events\n`);
  }
  await connection.close();
} finally {
  await lives.close();
  await test.stop();
}
