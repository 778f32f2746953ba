import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Language, NoticeFacts } from '../../../../cases/notices/words/facts.ts';
import { writeNotice } from '../../../../cases/notices/words/writeNotice.ts';
import { AGENCIES } from '../../../../law/signature-issuance/agencies.ts';
import { NOTICES } from '../../../../law/signature-issuance/notices.ts';
import type { NoticeKind } from '../../../../law/signature-issuance/notices.ts';

const LANGUAGES = ['az', 'en', 'ru'] as const;
const KINDS = Object.keys(NOTICES) as NoticeKind[];
const caseNumber = 'QR-2026-000017';

const FAULTS = [
  { label: 'LABEL-ONE', reason: 'REASON-ONE' },
  { label: 'LABEL-TWO', reason: 'REASON-TWO' },
];
/** An hour in Berlin: 09:00 there is 11:00 in Baku. */
const HOUR = {
  caseNumber,
  mission: 'Berlin',
  zone: 'Europe/Berlin',
  startsAt: '2026-04-15T07:00:00.000Z',
  minutes: 30,
};

const FACTS: NoticeFacts = {
  registered: {
    nature: 'production',
    caseNumber,
    trackingCode: 'K7QM-2XVD-9RTA-EB4W-HJ6N-P3',
    registeredAt: '2026-03-19T10:00:00+04:00',
    mission: 'Berlin',
    statusUrl: 'https://portal.example/status',
  },
  'sign-in-code': { nature: 'production', code: '123456' },
  'mend-this': {
    nature: 'production',
    items: [
      { label: 'LABEL-ONE', reason: 'REASON-ONE', mend: 'MEND-ONE' },
      { label: 'LABEL-TWO', reason: 'REASON-TWO', mend: 'MEND-TWO' },
    ],
  },
  refused: { nature: 'production', clause: 'R1598/1.2.1', reasonText: 'REASON-TEXT' },
  'negative-opinion': {
    nature: 'production',
    caseNumber,
    decidedAt: '2026-03-31T12:00:00+04:00',
    complaint: 'ACT-OF-COMPLAINT',
  },
  'approved-by-silence': {
    nature: 'production',
    caseNumber,
    decidedAt: '2026-04-03T00:00:00+04:00',
    endsAt: '2026-04-03T00:00:00+04:00',
    days: [
      { date: '2026-03-30', counted: false, why: 'WHY-OFF' },
      { date: '2026-03-31', counted: true, why: 'WHY-ON' },
    ],
  },
  withdrawn: { nature: 'production', caseNumber, at: '2026-03-20T09:15:00+04:00' },
  'end-moved': {
    nature: 'production',
    caseNumber,
    before: '2026-04-03T00:00:00+04:00',
    endsAt: '2026-04-04T00:00:00+04:00',
  },
  'agency-reminder': {
    nature: 'production',
    caseNumber,
    agency: 'state-security',
    endsAt: '2026-04-03T00:00:00+04:00',
  },
  'agency-file-in-inbox': {
    nature: 'production',
    caseNumber,
    agency: 'foreign-affairs',
    inboxUrl: 'https://portal.example/inbox',
  },
  'centre-deficiency': {
    nature: 'production',
    caseNumber,
    at: '2026-04-06T10:00:00+04:00',
    items: FAULTS,
    mendUrl: 'https://portal.example/mend',
  },
  'issuance-decided': { nature: 'production', caseNumber, decidedAt: '2026-04-07T10:00:00+04:00', mission: 'Berlin' },
  'centre-refusal': {
    nature: 'production',
    caseNumber,
    decidedAt: '2026-04-07T10:00:00+04:00',
    complaint: 'ACT-OF-COMPLAINT',
  },
  'mission-decision-arrived': {
    nature: 'production',
    caseNumber,
    mission: 'Berlin',
    endsAt: '2026-04-09T00:00:00+04:00',
  },
  invited: {
    nature: 'production',
    caseNumber,
    mission: 'Berlin',
    fromDay: '2026-04-09',
    bookUrl: 'https://portal.example/book',
  },
  'invitation-overdue': { nature: 'production', caseNumber, mission: 'Berlin', endsAt: '2026-04-09T00:00:00+04:00' },
  'appointment-booked': { nature: 'production', ...HOUR, moved: false },
  'appointment-cancelled': { nature: 'production', ...HOUR, by: 'mission', bookUrl: 'https://portal.example/book' },
  'no-show': { nature: 'production', ...HOUR, bookUrl: 'https://portal.example/book' },
  mismatch: {
    nature: 'production',
    caseNumber,
    decidedAt: '2026-04-15T11:00:00+04:00',
    items: FAULTS,
    complaint: 'ACT-OF-COMPLAINT',
  },
  issued: {
    nature: 'production',
    caseNumber,
    at: '2026-04-15T11:00:00+04:00',
    validUntil: '2029-04-07T10:00:00+04:00',
  },
  lapsed: {
    nature: 'production',
    caseNumber,
    at: '2027-04-15T11:00:00+04:00',
    act: 'ACT-OF-LAPSE',
    complaint: 'ACT-OF-COMPLAINT',
  },
  'term-reminder': {
    nature: 'production',
    caseNumber: 'MN-2026-000001',
    clause: 'R1598/2.17',
    holder: 'HOLDER',
    endsAt: '2026-04-09T00:00:00+04:00',
  },
  'term-overdue': {
    nature: 'production',
    caseNumber: 'MN-2026-000001',
    clause: 'R1598/2.18',
    holder: 'HOLDER',
    endsAt: '2026-04-09T00:00:00+04:00',
  },
};

function write<K extends NoticeKind>(kind: K, language: Language, change: Partial<NoticeFacts[K]> = {}) {
  return writeNotice(kind, language, { ...FACTS[kind], ...change });
}

describe('every notice in every language', () => {
  for (const kind of KINDS) {
    test(`${kind}: one-line subject, no gap in the text, marked only in a rehearsal`, () => {
      const subjects = new Set<string>();
      for (const language of LANGUAGES) {
        const real = write(kind, language);
        const rehearsed = write(kind, language, { nature: 'rehearsal' });
        assert.doesNotMatch(real.subject, /[\r\n]/);
        assert.doesNotMatch(`${real.subject}\n${real.text}`, /undefined|null|\[object|NaN/);
        assert.doesNotMatch(real.text, /REHEARSAL|SINAQ|УЧЕБНЫЙ/);
        assert.match(rehearsed.text, /^(REHEARSAL|SINAQ REJİMİ|УЧЕБНЫЙ РЕЖИМ): /);
        assert.match(rehearsed.subject, /^\[(Rehearsal|Sınaq|Учебный режим)\] /);
        assert.ok(rehearsed.text.endsWith(real.text));
        subjects.add(real.subject);
      }
      assert.equal(subjects.size, LANGUAGES.length);
    });
  }
});

test('R1598/2.6, Q191/6.3: a registered applicant is told number, instant, code and what follows, the code not in the subject', () => {
  for (const language of LANGUAGES) {
    const { subject, text } = write('registered', language);
    const { trackingCode, mission, statusUrl } = FACTS.registered;
    for (const part of [caseNumber, trackingCode, mission, statusUrl, '10:00:00', 'Asia/Baku']) {
      assert.ok(text.includes(part), part);
    }
    assert.ok(subject.includes(caseNumber));
    assert.ok(!subject.includes(trackingCode));
  }
  assert.match(write('registered', 'az').text, /3 \(üç\) iş günü/);
  assert.match(write('registered', 'en').text, /3 \(three\) working days/);
  assert.match(write('registered', 'ru').text, /3 \(три\) рабочих дня/);
});

test('Q191/7.4: all items to mend stand in one letter, each with reason and remedy', () => {
  for (const language of LANGUAGES) {
    assert.match(
      write('mend-this', language).text,
      /1\. LABEL-ONE\n {3}REASON-ONE\n.*MEND-ONE\n\n2\. LABEL-TWO\n {3}REASON-TWO\n.*MEND-TWO\n/,
    );
  }
});

test('R1598/1.2.1: a refusal names its own clause as its ground', () => {
  assert.match(write('refused', 'az').text, /1598 nömrəli .* 1\.2\.1-ci bənd\./);
  assert.match(write('refused', 'en').text, /REASON-TEXT\n\n.*No\. 1598 .* clause 1\.2\.1\./);
  assert.match(write('refused', 'ru').text, /№ 1598 .* пункт 1\.2\.1\./);
});

test('R1598/2.8: a negative opinion is called mənfi rəy, names no agency, and says where to complain', () => {
  const az = write('negative-opinion', 'az').text;
  assert.match(az, /mənfi rəy/);
  assert.doesNotMatch(az, /etiraz/i);
  assert.match(write('negative-opinion', 'en').text, /negative opinion/);
  assert.match(write('negative-opinion', 'ru').text, /отрицательное заключение/);
  for (const language of LANGUAGES) {
    const { text } = write('negative-opinion', language);
    assert.match(text, /1\.5.*ACT-OF-COMPLAINT/);
    assert.doesNotMatch(text, /Ministry|Service|Nazirliy|Xidmət|Министерств|Служб/);
  }
});

test('R1598/2.8: silence is told with the end of the term, its days and the instant of the decision', () => {
  for (const language of LANGUAGES) {
    const { text } = write('approved-by-silence', language);
    assert.match(text, /: 2 .* 2026.*24:00 \(/);
    assert.match(text, /- 30 .*WHY-OFF\)\n- 31 .*WHY-ON\)/);
  }
  assert.match(write('approved-by-silence', 'en').text, /: not counted \(WHY-OFF\)\n.*: counted \(WHY-ON\)/);
});

test('R1598/2.8: an early end is not told as silence', () => {
  for (const language of LANGUAGES) {
    const early = write('approved-by-silence', language, { decidedAt: '2026-03-31T20:00:00Z' }).text;
    const atTheEnd = write('approved-by-silence', language, { decidedAt: '2026-04-02T20:00:00Z' }).text;
    assert.notEqual(early.split('\n')[0], atTheEnd.split('\n')[0]);
    assert.equal(atTheEnd.split('\n')[0], write('approved-by-silence', language).text.split('\n')[0]);
  }
});

test('R1598/2.8: an end that moved is told with both ends; the applicant is named no agency', () => {
  for (const language of LANGUAGES) {
    const { text } = write('end-moved', language);
    assert.match(text, /: 2 .* 2026.*24:00 \(.*\n.*: 3 .* 2026.*24:00 \(/);
    assert.doesNotMatch(text, /Ministry|Service|Nazirliy|Xidmət|Министерств|Служб/);
    const agency = write('end-moved', language, { agency: 'foreign-affairs' });
    assert.match(agency.text, /: 2 .* 2026.*24:00 \(.*\n.*: 3 .* 2026.*24:00 \(/);
    assert.notEqual(agency.subject, write('end-moved', language).subject);
  }
});

test('R1598/2.7, R1598/2.8: each agency is addressed by its name', () => {
  for (const kind of ['end-moved', 'agency-reminder', 'agency-file-in-inbox'] as const) {
    for (const language of LANGUAGES) {
      const texts = AGENCIES.map((agency) => write(kind, language, { agency }).text);
      assert.equal(new Set(texts).size, AGENCIES.length);
    }
  }
  assert.match(write('agency-reminder', 'az').text, /Dövlət Təhlükəsizliyi Xidməti/);
  assert.match(write('agency-reminder', 'en').text, /End of the term: 2 April 2026, 24:00/);
  assert.match(write('agency-file-in-inbox', 'ru').text, /https:\/\/portal\.example\/inbox/);
});

test('R1598/2.20: who withdraws or is refused is told that payments are not refunded', () => {
  for (const kind of ['withdrawn', 'negative-opinion', 'centre-refusal', 'mismatch', 'lapsed'] as const)
    for (const language of LANGUAGES) assert.match(write(kind, language).text, /2\.20/, `${kind} ${language}`);
});

test('R1598/1.5, R1598/2.9, R1598/2.13: a late refusal names its items and the act by which to complain', () => {
  for (const language of LANGUAGES) {
    for (const kind of ['centre-refusal', 'mismatch', 'lapsed'] as const)
      assert.match(write(kind, language).text, /1\.5.*ACT-OF-COMPLAINT/, `${kind} ${language}`);
    for (const kind of ['mismatch', 'centre-deficiency'] as const)
      assert.match(write(kind, language).text, /1\. LABEL-ONE: REASON-ONE\n2\. LABEL-TWO: REASON-TWO\n/, kind);
    assert.match(write('lapsed', language).text, /ACT-OF-LAPSE/);
  }
  assert.match(write('mismatch', 'az').text, /uyğunsuzluq/);
  assert.match(write('centre-deficiency', 'az').text, /çatışmazlıq/);
});

test('R1598/2.11: an invitation says how to book and from which day', () => {
  for (const language of LANGUAGES) {
    const { text } = write('invited', language);
    assert.match(text, /: 9 .* 2026/);
    assert.ok(text.includes('https://portal.example/book'));
  }
});

test("R1598/2.12: an appointment is told by the post's own clock, its zone named", () => {
  for (const kind of ['appointment-booked', 'appointment-cancelled', 'no-show'] as const)
    for (const language of LANGUAGES) {
      const { text } = write(kind, language);
      assert.match(text, /09:00 \(.*Europe\/Berlin, UTC\+02:00\)/);
      assert.doesNotMatch(text, /Asia\/Baku/);
    }
  for (const language of LANGUAGES)
    assert.notEqual(
      write('appointment-booked', language).subject,
      write('appointment-booked', language, { moved: true }).subject,
    );
});

test('R1598/2.12: whoever cancelled, another time is offered; where the case ended, none', () => {
  for (const language of LANGUAGES) {
    const offered = (by: 'applicant' | 'mission' | 'case-ended') =>
      write('appointment-cancelled', language, { by }).text.includes('https://portal.example/book');
    assert.deepEqual([offered('applicant'), offered('mission'), offered('case-ended')], [true, true, false]);
  }
});

test('R1598/2.15: with the registration is told until when an application may be withdrawn', () => {
  assert.match(write('registered', 'az').text, /sertifikat sizə verilənədək ərizəni geri götürə/);
  assert.match(write('registered', 'en').text, /until the certificate is handed to you, withdraw it/);
  assert.match(write('registered', 'ru').text, /до вручения вам сертификата отозвать/);
});

test('R1598/2.19: who got the certificate is told until when it is valid', () => {
  for (const language of LANGUAGES) assert.match(write('issued', language).text, /: 7 .* 2029.*10:00:00 \(/);
});

test('R1598/2.16, R1598/2.17, R1598/2.18: the holder of a term is told what it is for, and the clause is its ground', () => {
  for (const language of LANGUAGES) {
    assert.match(write('term-reminder', language).text, /HOLDER[^]*: 8 .* 2026.*24:00 \([^]*2\.17/);
    assert.match(write('term-overdue', language).text, /HOLDER[^]*2\.18/);
    assert.doesNotMatch(write('term-overdue', language).text, /R1598\//);
  }
});
