import type { ClauseId } from '../../../../law/clauses.ts';
import type { Fault, IssuanceWords, NoticeFacts } from '../facts.ts';
import { writeDay, writeEnd, writeInstant, writeThere } from '../writeInstant.ts';

const TASKS: Partial<Record<ClauseId, string>> = {
  'R1598/2.11': 'the non-resident is to be invited to the diplomatic mission',
  'R1598/2.16': 'the second copies of the signed contracts are to be handed to the Ministry of Foreign Affairs',
  'R1598/2.17': 'the contracts are to be passed on to whom they concern',
  'R1598/2.18': 'the contracts are to be sent to whom they concern',
  'R1598/5.4': 'the certificate is to be entered in the register',
};

const REFUNDS = 'Payments made for the certification services are not refunded in any case (clause 2.20 of the Rule).';

const CANCELLED: Record<NoticeFacts['appointment-cancelled']['by'], string> = {
  applicant: 'You have cancelled your appointment at the diplomatic mission.',
  mission: 'The diplomatic mission cannot receive you at that time and has cancelled your appointment.',
  'case-ended': 'The case of your application has ended, so your appointment at the diplomatic mission is cancelled.',
};

/** The later notices in English; the terms are those fixed for the decree's words. */
export const issuanceEn: IssuanceWords = {
  'centre-deficiency': (facts) => ({
    subject: `Deficiency found in the documents: ${facts.caseNumber}`,
    paragraphs: [
      'The Centre found the following deficiencies in the documents you submitted.',
      numbered(facts.items),
      `Application number: ${facts.caseNumber}\nFound: ${writeInstant(facts.at, 'en')}`,
      `Please mend them with the tracking code: ${facts.mendUrl}\nThe Rule sets no time limit for this; your application waits for you.`,
    ],
  }),
  'issuance-decided': (facts) => ({
    subject: `The certificate will be issued: ${facts.caseNumber}`,
    paragraphs: [
      'The Centre has decided to issue the electronic signature certificate. The decision and the contract have been sent to the diplomatic mission.',
      `Application number: ${facts.caseNumber}\nDecided: ${writeInstant(facts.decidedAt, 'en')}\nDiplomatic mission or consulate: ${facts.mission}`,
      'The diplomatic mission will invite you within 1 (one) working day.',
    ],
  }),
  'centre-refusal': (facts) => ({
    subject: `Refusal by the Centre: ${facts.caseNumber}`,
    paragraphs: [
      'The Centre has refused to issue the electronic signature certificate.',
      `Application number: ${facts.caseNumber}\nDecided: ${writeInstant(facts.decidedAt, 'en')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  'mission-decision-arrived': (facts) => ({
    subject: `A decision to issue a certificate has arrived: ${facts.caseNumber}`,
    paragraphs: [
      `To ${facts.mission}: the decision to issue the certificate and the contract stand at your disposal in the portal. The non-resident is to be invited before the term ends.`,
      `Application number: ${facts.caseNumber}\nEnd of the term for the invitation: ${writeEnd(facts.endsAt, 'en')}`,
    ],
  }),
  invited: (facts) => ({
    subject: `Invitation to the diplomatic mission: ${facts.caseNumber}`,
    paragraphs: [
      `You are invited to the diplomatic mission: ${facts.mission}.`,
      `Application number: ${facts.caseNumber}\nFirst day on which you may come: ${writeDay(facts.fromDay, 'en')}`,
      `You choose the hour yourself with the tracking code, and may move or cancel it: ${facts.bookUrl}`,
      'Please bring the originals of the documents submitted through the portal and one photograph in colour, 35 x 45 mm. The originals are handed back to you once they have been checked.',
    ],
  }),
  'invitation-overdue': (facts) => ({
    subject: `The invitation is overdue: ${facts.caseNumber}`,
    paragraphs: [
      'The diplomatic mission has not invited you within the term. The mission and the Ministry of Foreign Affairs see that it is overdue; your application stands.',
      `Application number: ${facts.caseNumber}\nDiplomatic mission or consulate: ${facts.mission}\nEnd of the term: ${writeEnd(facts.endsAt, 'en')}`,
    ],
  }),
  'appointment-booked': (facts) => ({
    subject: facts.moved ? `Appointment moved: ${facts.caseNumber}` : `Appointment booked: ${facts.caseNumber}`,
    paragraphs: [
      facts.moved
        ? 'Your appointment at the diplomatic mission has been moved.'
        : 'Your appointment at the diplomatic mission is booked.',
      `Application number: ${facts.caseNumber}\nPlace: ${facts.mission}\nTime: ${writeThere(facts.startsAt, facts.zone, 'en')}\nLasts: ${facts.minutes} minutes`,
      'Please bring the originals of the documents submitted through the portal and one photograph in colour, 35 x 45 mm.',
    ],
  }),
  'appointment-cancelled': (facts) => ({
    subject: `Appointment cancelled: ${facts.caseNumber}`,
    paragraphs: [
      CANCELLED[facts.by],
      `Application number: ${facts.caseNumber}\nPlace: ${facts.mission}\nCancelled time: ${writeThere(facts.startsAt, facts.zone, 'en')}`,
      ...(facts.by === 'case-ended' ? [] : [`You may choose another time: ${facts.bookUrl}`]),
    ],
  }),
  'no-show': (facts) => ({
    subject: `You did not come to the appointment: ${facts.caseNumber}`,
    paragraphs: [
      'It was noted that you did not come to the diplomatic mission at the appointed time. Your application stands.',
      `Application number: ${facts.caseNumber}\nPlace: ${facts.mission}\nTime: ${writeThere(facts.startsAt, facts.zone, 'en')}`,
      `You may choose another time: ${facts.bookUrl}`,
    ],
  }),
  mismatch: (facts) => ({
    subject: `Refusal because of a mismatch: ${facts.caseNumber}`,
    paragraphs: [
      'The certificate is refused: what you presented at the diplomatic mission does not match what was submitted in the portal.',
      numbered(facts.items),
      `Application number: ${facts.caseNumber}\nDecided: ${writeInstant(facts.decidedAt, 'en')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  issued: (facts) => ({
    subject: `The certificate has been handed to you: ${facts.caseNumber}`,
    paragraphs: [
      'The electronic signature certificate, its carrier and one copy of the signed contracts have been handed to you.',
      `Application number: ${facts.caseNumber}\nHanded over: ${writeInstant(facts.at, 'en')}\nThe certificate is valid until: ${writeInstant(facts.validUntil, 'en')}`,
      'A certificate is valid for 3 (three) years (clause 2.19 of the Rule).',
    ],
  }),
  lapsed: (facts) => ({
    subject: `Your application has lapsed: ${facts.caseNumber}`,
    paragraphs: [
      `The proceedings on your application have been closed. Ground: ${facts.act}.`,
      `Application number: ${facts.caseNumber}\nClosed: ${writeInstant(facts.at, 'en')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  'term-reminder': (facts) => ({
    subject: `Reminder: a term is ending, ${facts.caseNumber}`,
    paragraphs: [
      `Reminder to ${facts.holder}: ${TASKS[facts.clause] ?? facts.clause}.`,
      `Number: ${facts.caseNumber}\nEnd of the term: ${writeEnd(facts.endsAt, 'en')}`,
    ],
    ground: facts.clause,
  }),
  'term-overdue': (facts) => ({
    subject: `A term is overdue: ${facts.caseNumber}`,
    paragraphs: [
      `To ${facts.holder}: the term is over, the duty stands: ${TASKS[facts.clause] ?? facts.clause}.`,
      `Number: ${facts.caseNumber}\nEnd of the term: ${writeEnd(facts.endsAt, 'en')}`,
    ],
    ground: facts.clause,
  }),
};

function complaintTo(act: string): string {
  return `You may lodge an administrative complaint against this decision. The Rule does not regulate complaints itself and refers in clause 1.5 to other legal acts; the act that applies: ${act}.`;
}

function numbered(items: readonly Fault[]): string {
  return items.map(({ label, reason }, i) => `${i + 1}. ${label}: ${reason}`).join('\n');
}
