import type { VerifyWords } from './words.ts';

/** `verify` in English. */
export const en: VerifyWords = {
  usage: 'Usage: npm run -s verify -- FILE [--trust KEYS] [--language az|en|ru]',
  noFile: 'The file could not be read.',
  badTrust: 'The trusted keys could not be read (--trust).',
  outcomes: {
    genuine:
      'GENUINE: this record of silence was issued by the installation whose keys you trust, and nothing in it was altered.',
    rehearsal: 'REHEARSAL: the signature is genuine, but the record was issued by a rehearsal. It has no legal effect.',
    altered: 'ALTERED: the signature does not fit. At least one byte was changed after signing.',
    'foreign-key': 'FOREIGN KEY: the document is signed with a key that is not among those you trust.',
    malformed: 'NOT SUCH A DOCUMENT: the file holds no signed record of silence.',
    'contradicts-itself':
      'CONTRADICTION: the signature is genuine, but the content contradicts itself and proves nothing.',
    'key-not-valid-then': 'KEY NOT IN USE: the key is known, but was not in use when the document was signed.',
  },
  contradictions: {
    'not-the-four-agencies': 'it does not name the four agencies of R1598/2.7, each once',
    'nobody-silent': 'no agency stayed silent',
    'negative-opinion': 'a negative opinion came',
    'ends-after-decision': 'the term ended after the decision',
    'days-do-not-give-the-end': 'the days do not give the end of the term',
    'moves-do-not-give-the-end': 'the moves of the end do not lead to it',
    'opinion-outside-term': 'the opinion lies outside the term',
    'reminder-outside-term': 'a reminder lies outside the term',
    'outage-ends-before-it-begins': 'an outage ends before it begins',
    'signed-before-decision': 'it was signed before the decision',
  },
  agencies: {
    'internal-affairs': 'Ministry of Internal Affairs',
    'foreign-affairs': 'Ministry of Foreign Affairs',
    'state-security': 'State Security Service',
    'foreign-intelligence': 'Foreign Intelligence Service',
  },
  how: {
    acknowledged: 'its system acknowledged the request',
    'inbox-and-mail': 'the file stood in its inbox and its mail server accepted the notice',
    'by-hand': 'the operator recorded the delivery, by a document',
    'by-its-opinion': 'its own opinion shows it',
  },
  decided: (caseNumber, at) => `Case ${caseNumber}: approved by silence under R1598/2.8, decided ${at}.`,
  delivered: (at, how) => `delivered ${at}: ${how}`,
  reminded: (at) => `reminded ${at}`,
  counted: (days, workingDays) => `counted (working days: ${workingDays}): ${days}`,
  passedOver: (days) => `not counted: ${days}`,
  ended: (at, calendarVersion) => `the term ended ${at} (calendar ${calendarVersion})`,
  provisional: 'the calendar of that time was provisional',
  extended: (from, to, ground) => `extended from ${from} to ${to} on the ground of ${ground}`,
  recomputed: (at, from, to, calendarVersion) =>
    `computed anew ${at} under a newer calendar: from ${from} to ${to} (calendar ${calendarVersion})`,
  outage: (channel, from, to) => `channel ${channel} was down from ${from} to ${to}`,
  lasting: 'the decision and on',
  silent: 'no opinion came',
  nothingAgainst: (at) => `“nothing against”, ${at}`,
  signed: (installation, kid, at) =>
    `Signed by installation ${installation}, key ${kid}${at === null ? '' : `, ${at}`}.`,
};
