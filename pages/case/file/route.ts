import { buffer } from 'node:stream/consumers';
import { readPack } from '../../../cases/evidence-pack/readPack.ts';
import { signPack } from '../../../cases/evidence-pack/signPack.ts';
import { readAppointment } from '../../../cases/applicant/readAppointment.ts';
import { readSignedDocument } from '../../../cases/findCases.ts';
import { writeEvidence } from '../../../cases/record/evidence.ts';
import type { ApplicantPage } from '../../page.ts';

/** The evidence pack of his case (ADR 32): making it is itself a read and stands in the evidence. */
export const evidenceFile: ApplicantPage = {
  path: '/case/file.zip',
  who: 'applicant',
  get: async ({ needs, caseNumber }) => {
    const { record, files, acts, signer, packZip } = needs;
    const actor = { capacity: 'applicant' } as const;
    const contents = await readPack(record, caseNumber, actor, { files, acts });
    await writeEvidence(record, (day) => `read:applicant:${caseNumber}:${day}`, actor, [
      { what: contents === null ? 'read-unknown-file' : 'read-file', facts: { caseNumber } },
    ]);
    if (contents === null) return { kind: 'not-found' };
    const bytes = await buffer(packZip(await signPack(contents, signer)));
    return { kind: 'file', type: 'application/zip', name: `${caseNumber}.zip`, bytes };
  },
};

/** The record of silence of his case, signed (D5): checked offline by anybody. */
export const silence: ApplicantPage = {
  path: '/case/record-of-silence.jws',
  who: 'applicant',
  get: async ({ needs, caseNumber }) => {
    const jws = await readSignedDocument(needs.record, caseNumber, 'record-of-silence');
    if (jws === null) return { kind: 'not-found' };
    const name = `${caseNumber}-record-of-silence.jws`;
    return { kind: 'file', type: 'application/jose', name, bytes: Buffer.from(jws) };
  },
};

/** The appointment for the reader's own calendar (RFC 5545). */
export const appointmentFile: ApplicantPage = {
  path: '/case/appointment.ics',
  who: 'applicant',
  get: async ({ needs, caseNumber, language }) => {
    const booked = await readAppointment(needs.record, caseNumber);
    if (booked === null) return { kind: 'not-found' };
    const ics = needs.writeCalendar({ ...booked, caseNumber }, language);
    return { kind: 'file', type: 'text/calendar', name: `${caseNumber}.ics`, bytes: Buffer.from(ics) };
  },
};
