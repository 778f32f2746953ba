import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { CaseView } from '../../cases/findCases.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';

/**
 * Records the complete history of every ending of signature-issuance from a running stack into this folder, by which
 * the replay test holds later workflow code to what has been run: `node test/replay/record.ts`.
 */
const FORMS = join(import.meta.dirname, '..', '..', 'demo', 'forms');

const test = await startTestStack();
try {
  const application = JSON.parse(await readFile(join(FORMS, 'foreigner-personal-token.json'), 'utf8')) as {
    applicant: { identityDocument: { number: string; machineReadableZone?: string[] } };
  };
  delete application.applicant.identityDocument.machineReadableZone;
  const apply = async (number: string) => {
    application.applicant.identityDocument.number = number;
    const { status, body } = await test.portal.apply(application, test.files);
    if (status !== 201) throw new Error(JSON.stringify(body));
    await until('delivery', async () => {
      const { body: view } = await test.portal.status<CaseView>(body.trackingCode);
      return view.terms?.length === 4;
    });
    return body;
  };
  const silent = await apply('RP0000001');
  const early = await apply('RP0000002');
  const negative = await apply('RP0000003');
  const withdrawn = await apply('RP0000004');
  for (const at of AGENCIES.keys()) await say(test, at, early.caseNumber, { kind: 'nothing-against' });
  await say(test, 2, negative.caseNumber, { kind: 'negative' });
  await test.portal.withdraw(withdrawn.trackingCode);
  await test.forward('2026-03-20T00:00:00+04:00');

  const connection = await Connection.connect({ address: `127.0.0.1:${test.stack.ports.temporal}` });
  const client = new Client({ connection });
  for (const [name, { caseNumber }] of Object.entries({ silent, early, negative, withdrawn })) {
    const handle = client.workflow.getHandle(caseNumber);
    await handle.result();
    const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as { events: unknown[] };
    await writeFile(
      join(import.meta.dirname, `signature-issuance.${name}.json`),
      `${JSON.stringify(history, null, 1)}\n`,
    );
    process.stdout.write(`${name}: ${history.events.length} events\n`);
  }
  await connection.close();
} finally {
  await test.stop();
}

async function say(stack: TestStack, at: number, caseNumber: string, opinion: object): Promise<void> {
  await fetch(`http://127.0.0.1:${stack.stack.ports.agencies[at] ?? 0}/control/say`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ caseNumber, opinion }),
  });
}
