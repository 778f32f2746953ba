import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { centreBehaviour } from '../../adapters/certification-centres/behaviour.ts';
import { prepareAnswer } from '../../adapters/certification-centres/prepareAnswer.ts';
import {
  makeTestAuthority,
  rehearsalOrganization,
} from '../../adapters/certification-centres/test-authority/makeAuthority.ts';
import { openTestAuthority } from '../../adapters/certification-centres/test-authority/openAuthority.ts';
import { applicationBody, centreAnswerBody } from '../../adapters/certification-centres/wire.ts';
import { contracts } from '../../adapters/documents/contract.ts';
import { diskStore } from '../../adapters/files/diskStore.ts';
import { askCentre } from '../../cases/centre/askCentre.ts';
import type { CentreTrust } from '../../cases/centre/examineIssue.ts';
import type { CentreMessage } from '../../cases/centre/inRound.ts';
import { keepDraft } from '../../cases/centre/keepDraft.ts';
import { readCentreApplication } from '../../cases/centre/readCentreApplication.ts';
import { recordSent } from '../../cases/centre/recordSending.ts';
import { type CentreOutcome, takeCentreAnswer } from '../../cases/centre/takeCentreAnswer.ts';
import { issueVirtualFin } from '../../cases/signature-issuance/issueVirtualFin.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { drawnFin } from './issuing.ts';
import { openTestRecord } from './record.ts';

/** What a Centre's system sends: its body in our words, and the message around it. */
export type Answer = { message: CentreMessage; body: ReturnType<typeof centreAnswerBody.parse> };

/** A record with files and both Centres' test authority, and hands to bring a case to its Centre and to answer for it. */
export async function openTestCentres() {
  const test = await openTestRecord();
  const { record } = test;
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-centres-'));
  const files = diskStore(join(folder, 'files'));
  const rootFile = await makeTestAuthority(join(folder, 'authority'));
  const trust: CentreTrust = {
    roots: [await readFile(rootFile, 'utf8')],
    organizations: { 'e-imza': rehearsalOrganization('e-imza'), asan: rehearsalOrganization('asan') },
  };

  /** Draws and keeps the draft of the open round, as the activity does, and counts it as sent. */
  const send = async (caseNumber: string) => {
    await askCentre(record, caseNumber);
    const file = await readCentreApplication(record, caseNumber);
    if (file === null) throw new Error('nothing to send');
    const content = await contracts().draw(file.contract);
    await keepDraft(record, files, { caseNumber, round: file.sent.round, content });
    await recordSent(record, { caseNumber, centre: file.sent.centre, round: file.sent.round });
    return { ...file.sent, contract: content };
  };

  return {
    ...test,
    folder,
    files,
    trust,
    send,
    /** A case with its virtual FIN, at its Centre; the application as it was sent. */
    async atCentre(name = 'foreigner-personal-token') {
      const { caseNumber, trackingCode } = await test.register(name);
      await test.deliver(caseNumber);
      for (const agency of AGENCIES) await test.opine(caseNumber, agency, { kind: 'nothing-against' });
      const given = await issueVirtualFin(record, caseNumber, drawnFin());
      if (given?.kind !== 'given') throw new Error('no virtual FIN');
      return { caseNumber, trackingCode, sent: await send(caseNumber) };
    },
    /** What the Centre's system would answer to what was sent, behaving so. */
    async answerTo(sent: Awaited<ReturnType<typeof send>>, how: object, by?: Centre): Promise<Answer> {
      const centre = by ?? sent.centre;
      const authority = await openTestAuthority(join(folder, 'authority'), centre);
      const wire = { ...sent, contract: Buffer.from(sent.contract).toString('base64') };
      const behaviour = centreBehaviour.parse(how);
      const prepared = await prepareAnswer(authority, behaviour, sent.messageId, applicationBody.parse(wire));
      if (prepared === null) throw new Error('a silent Centre answers nothing');
      const body = centreAnswerBody.parse(prepared.body);
      const sha256 = randomUUID();
      const { caseNumber, messageId: answers } = sent;
      return { message: { centre: sent.centre, messageId: randomUUID(), caseNumber, sha256, answers }, body };
    },
    async give({ message, body }: Answer): Promise<CentreOutcome> {
      return takeCentreAnswer({ record, files, trust }, message, body);
    },
    async caseRow(caseNumber: string) {
      return test.owner.one<{ stage: string; outcome: string; waits_for: string | null; waits_since: string | null }>(
        `SELECT stage, outcome, waits_for, waits_since FROM "case" WHERE number = $1`,
        [caseNumber],
      );
    },
    async openIncidents(caseNumber: string): Promise<string[]> {
      const rows = await test.owner.many<{ kind: string }>(
        `SELECT kind FROM incident WHERE case_number = $1 AND resolved_at IS NULL ORDER BY kind`,
        [caseNumber],
      );
      return rows.map(({ kind }) => kind);
    },
    async stop(): Promise<void> {
      await test.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestCentres = Awaited<ReturnType<typeof openTestCentres>>;
