import type { Agency } from '../../../law/signature-issuance/agencies.ts';
import type { NoticeFacts, NoticeWords } from './facts.ts';
import { issuanceEn } from './issuance/en.ts';
import { writeDay, writeEnd, writeInstant } from './writeInstant.ts';

const AGENCIES: Record<Agency, string> = {
  'internal-affairs': 'Ministry of Internal Affairs',
  'foreign-affairs': 'Ministry of Foreign Affairs',
  'state-security': 'State Security Service',
  'foreign-intelligence': 'Foreign Intelligence Service',
};

const AFTER_THE_TERM =
  'If no negative opinion is given within this term, a virtual FIN is issued automatically. A negative opinion given after the term has no effect.';

const REFUNDS = 'Payments made for the certification services are not refunded in any case (clause 2.20 of the Rule).';

/** The notices in English; the terms are those fixed for the decrees' words. */
export const en: NoticeWords = {
  ground: 'Legal ground',
  page: 'More',
  footer: 'This letter was sent automatically. Please do not answer it.',
  rehearsal: { subject: '[Rehearsal]', text: 'REHEARSAL: this notice is a rehearsal and has no legal effect.' },
  notices: {
    ...issuanceEn,
    registered: (facts) => ({
      subject: `Your application is registered: ${facts.caseNumber}`,
      paragraphs: [
        'Your application for an electronic signature certificate has been registered.',
        [
          `Application number: ${facts.caseNumber}`,
          `Registered: ${writeInstant(facts.registeredAt, 'en')}`,
          `Diplomatic mission or consulate: ${facts.mission}`,
          `Tracking code: ${facts.trackingCode}`,
        ].join('\n'),
        `With the tracking code you can follow the application and, until the certificate is handed to you, withdraw it: ${facts.statusUrl}\nGive the code to nobody and keep this letter: the code is not shown again.`,
        'What follows: the application and its documents go at the same time to the Ministry of Internal Affairs, the Ministry of Foreign Affairs, the State Security Service and the Foreign Intelligence Service. Each has 3 (three) working days from the delivery of the application to it. If none of them gives a negative opinion within that term, a virtual FIN is issued to you automatically. You will be told of the result.',
      ],
    }),
    'sign-in-code': (facts) => ({
      subject: 'Your one-time sign-in code',
      paragraphs: [
        `The one-time code to follow your case: ${facts.code}`,
        'The code is valid for 10 minutes and works once. Give it to nobody. If you did not ask to sign in, ignore this letter: without the code nobody can see your case.',
      ],
    }),
    'mend-this': (facts) => ({
      subject: 'Your application has deficiencies',
      paragraphs: [
        'Your application is not registered yet: the check for completeness found the deficiencies below.',
        ...facts.items.map((item, i) => `${i + 1}. ${item.label}\n   ${item.reason}\n   What to do: ${item.mend}`),
        'Please put them right and confirm the application again.',
      ],
    }),
    refused: (facts) => ({
      subject: 'Your application was not accepted',
      paragraphs: ['Registration of your application is refused.', `Reason: ${facts.reasonText}`],
      ground: facts.clause,
    }),
    'negative-opinion': (facts) => ({
      subject: `Refusal of your application: ${facts.caseNumber}`,
      paragraphs: [
        'The electronic signature certificate is refused: a negative opinion on your application was given within the term.',
        `Application number: ${facts.caseNumber}\nDecided: ${writeInstant(facts.decidedAt, 'en')}`,
        `You may lodge an administrative complaint against this refusal. The Rule does not regulate complaints itself and refers in clause 1.5 to other legal acts; the act that applies: ${facts.complaint}.`,
        REFUNDS,
      ],
    }),
    'approved-by-silence': (facts) => ({
      subject: `No negative opinion on your application: ${facts.caseNumber}`,
      paragraphs: [
        `${silence(facts)} A virtual FIN is therefore issued to you automatically.`,
        [
          `Application number: ${facts.caseNumber}`,
          `End of the term: ${writeEnd(facts.endsAt, 'en')}`,
          `Decided: ${writeInstant(facts.decidedAt, 'en')}`,
        ].join('\n'),
        ['The days of the term:', ...facts.days.map(writeCounted)].join('\n'),
        'For safety the virtual FIN itself is not in this letter. Your application now goes to the certification services centre that matches the certificate.',
      ],
    }),
    withdrawn: (facts) => ({
      subject: `Your application is withdrawn: ${facts.caseNumber}`,
      paragraphs: [
        'Your application was withdrawn with its tracking code and its handling has ended. You may apply anew.',
        `Application number: ${facts.caseNumber}\nWithdrawn: ${writeInstant(facts.at, 'en')}`,
        REFUNDS,
        'If it was not you who withdrew it, turn to the operator of the portal at once.',
      ],
    }),
    'end-moved': (facts) => ({
      subject:
        facts.agency === undefined
          ? `The end of the term has moved for your application: ${facts.caseNumber}`
          : `The end of the term for an opinion has moved, application ${facts.caseNumber}`,
      paragraphs: [
        facts.agency === undefined
          ? 'The calendar of working days has changed, and the term for an opinion on your application has been computed anew. Where the terms of the four agencies end at different times, this is the last of those that moved.'
          : `To the ${AGENCIES[facts.agency]}: the calendar of working days has changed, and your term for an opinion on this application has been computed anew.`,
        [
          `Application number: ${facts.caseNumber}`,
          `End of the term before: ${writeEnd(facts.before, 'en')}`,
          `End of the term now: ${writeEnd(facts.endsAt, 'en')}`,
        ].join('\n'),
        ...(facts.agency === undefined ? [] : [AFTER_THE_TERM]),
      ],
    }),
    'agency-reminder': (facts) => ({
      subject: `Reminder: the term for an opinion is ending, application ${facts.caseNumber}`,
      paragraphs: [
        `Reminder to the ${AGENCIES[facts.agency]}: no opinion of yours on the application has come in yet.`,
        `Application number: ${facts.caseNumber}\nEnd of the term: ${writeEnd(facts.endsAt, 'en')}`,
        AFTER_THE_TERM,
      ],
    }),
    'agency-file-in-inbox': (facts) => ({
      subject: `New application for an opinion: ${facts.caseNumber}`,
      paragraphs: [
        `To the ${AGENCIES[facts.agency]}: an application and its documents stand in your inbox in the e-non-resident subsystem: ${facts.inboxUrl}`,
        `Application number: ${facts.caseNumber}\nTerm for a negative opinion: 3 (three) working days`,
        AFTER_THE_TERM,
      ],
    }),
  },
};

function silence(facts: NoticeFacts['approved-by-silence']): string {
  return Temporal.Instant.compare(facts.decidedAt, facts.endsAt) < 0
    ? 'None of the four agencies gave a negative opinion on your application; those whose term had not ended yet stated that they have none.'
    : 'None of the four agencies gave a negative opinion on your application within the term.';
}

function writeCounted(day: { date: string; counted: boolean; why: string }): string {
  return `- ${writeDay(day.date, 'en')}: ${day.counted ? 'counted' : 'not counted'} (${day.why})`;
}
