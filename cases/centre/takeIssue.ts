import type { MissionId } from '../../law/signature-issuance/missions.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { KnownCertificate } from '../../proof/certificateChain.ts';
import { saltedHash } from '../../proof/saltedHash.ts';
import { enterItem } from '../custody/enterItem.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { CaseRow, NotFirst } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import type { NotYours, Refused } from '../record/refused.ts';
import { seal } from '../record/seal.ts';
import { beginTerm } from '../record/terms.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import { type CentreMessage, closeRound, inRound, type OutOfRound } from './inRound.ts';
import { notePaper, type StoredContract } from './papers.ts';
import { refuseInRound } from './refuseMessage.ts';

/** A decision to issue whose signatures and dates were found sound; `tokenSerial` is engraved on the token. */
export type SoundIssue = {
  certificate: KnownCertificate & { der: Uint8Array };
  signer: string;
  contract: StoredContract;
  tokenSerial: string | undefined;
};

type Reason = 'token-serial-missing' | 'token-not-expected' | 'serial-known-already';

/** What became of a decision to issue; `contract` is the id of the signed contract in the store. */
export type IssueOutcome =
  { kind: 'issued'; receivedAt: string; contract: string } | Refused<Reason> | OutOfRound | NotYours | NotFirst | null;

/**
 * Takes a Centre's decision to issue (R1598/2.9): decision and contract go to the mission, whose working day to invite
 * begins (2.11), the certificate and an E-imza's token are in the Centre's hands (2.10), and the applicant is told.
 */
export async function takeIssue(record: CaseRecord, message: CentreMessage, issue: SoundIssue): Promise<IssueOutcome> {
  const { caseNumber, centre, messageId } = message;
  const { certificate, signer, contract } = issue;
  const decision = { kind: 'issue', fingerprint: certificate.fingerprint } as const;
  type Outcome = Extract<IssueOutcome, { kind: 'issued' | 'refused' }>;
  return inRound<Outcome>(
    record,
    message,
    async (tx, now, facts, round) => {
      const reason = await whyNot(tx, message, issue);
      if (reason !== null) return refuseInRound(tx, now, facts, message, { reason });
      const { application, salt } = openForm(record, facts);
      const mission = (facts.mission ?? application.mission) as MissionId;
      await closeRound(tx, now, message, { round, answer: 'issue' });
      await notePaper(tx, now, record, facts, { ...contract, kind: 'contract-signed' });
      const entered = await enterCertificate(tx, now, record, facts, message, issue);
      await tx.run(`UPDATE "case" SET stage = 'invitation', mission = $2 WHERE number = $1`, [caseNumber, mission]);
      await passBall(tx, now, caseNumber, `mission:${mission}`);
      const holder: Party = `mission:${mission}`;
      const term = { caseNumber, clause: 'R1598/2.11', holder, startEvent: 'decision-arrived' } as const;
      const { entry, endsAt } = await beginTerm(tx, now, term);
      await tell(tx, now, record, facts, { mission, endsAt });
      const { serial, fingerprint, validFrom, validUntil } = certificate;
      const decided = {
        ...{ centre, round, message: messageId, mission, signer },
        certificate: { serial, fingerprint, validFrom, validUntil },
        contract: { id: contract.id, content: saltedHash(salt, contract.sha256) },
      };
      return {
        outcome: { kind: 'issued', receivedAt: now, contract: contract.id },
        evidence: [
          { what: 'issuance-decided', clause: 'R1598/2.9', facts: decided },
          ...entered.map((item) => ({ what: 'item-entered', clause: 'R1598/2.10' as const, facts: item })),
          entry,
        ],
        wake: true,
      };
    },
    decision,
  );
}

/** A token goes with E-imza and with nothing else (R1598/2.10); a serial number is one thing's. */
async function whyNot(
  tx: Tx,
  { centre }: CentreMessage,
  { certificate, tokenSerial }: SoundIssue,
): Promise<Reason | null> {
  if (centre === 'e-imza' && tokenSerial === undefined) return 'token-serial-missing';
  if (centre === 'asan' && tokenSerial !== undefined) return 'token-not-expected';
  const known = await tx.maybe(
    `SELECT 1 FROM certificate WHERE centre = $1 AND serial = $2
     UNION ALL
     SELECT 1 FROM custody_item WHERE (kind = 'certificate' AND serial = $2) OR (kind = 'token' AND serial = $3) LIMIT 1`,
    [centre, certificate.serial, tokenSerial ?? null],
  );
  return known === null ? null : 'serial-known-already';
}

async function enterCertificate(
  tx: Tx,
  now: string,
  record: CaseRecord,
  { number: caseNumber, sealed_key }: CaseRow,
  { centre }: CentreMessage,
  { certificate, tokenSerial }: SoundIssue,
): Promise<Readonly<Record<string, unknown>>[]> {
  const { serial, fingerprint, validFrom, validUntil, der } = certificate;
  await tx.run(
    `INSERT INTO certificate (centre, serial, case_number, fingerprint, issued_at, valid_until, received_at,
                              sealed_certificate)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [centre, serial, caseNumber, fingerprint, validFrom, validUntil, now, seal(record.seal.openKey(sealed_key), der)],
  );
  const holder: Party = `centre:${centre}`;
  const entered: Readonly<Record<string, unknown>>[] = [];
  const enter = async (item: { kind: 'certificate' | 'token'; serial: string }) => {
    const id = await enterItem(tx, now, { caseNumber, holder, by: holder, ...item });
    if (id === null) throw new Error('a number was entered elsewhere at this very moment');
    entered.push({ item: id, ...item, copy: 1, holder });
  };
  await enter({ kind: 'certificate', serial });
  if (tokenSerial !== undefined) await enter({ kind: 'token', serial: tokenSerial });
  return entered;
}

async function tell(
  tx: Tx,
  now: string,
  record: CaseRecord,
  { number: caseNumber, language, sealed_key }: CaseRow,
  { mission, endsAt }: { mission: MissionId; endsAt: string },
): Promise<void> {
  const key = record.seal.openKey(sealed_key);
  await addNotice(tx, now, {
    ...{ caseNumber, key, language, recipient: 'applicant', kind: 'issuance-decided' },
    facts: { caseNumber, decidedAt: now, mission },
  });
  await addNotice(tx, now, {
    ...{ caseNumber, key, language: 'az', recipient: `mission:${mission}`, kind: 'mission-decision-arrived' },
    facts: { caseNumber, mission, endsAt },
  });
}
