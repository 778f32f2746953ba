import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoForm, itemsOf, TODAY } from './demoForm.ts';

const F = 'foreigner-personal-token';
const C = 'citizen-asan';
const B = 'business-representative';
const S = 'stateless-personal';
const doc = '/applicant/identityDocument';

const CASES: [clauses: string, what: string, form: string, changes: Record<string, unknown>, items: string[]][] = [
  [
    'R1598/A',
    'a patronymic and that there is none',
    S,
    { '/applicant/noPatronymic': true },
    ['/applicant/noPatronymic patronymic-and-none'],
  ],
  ['R1598/A', 'digits in a name', C, { '/applicant/surname': 'Nümun3' }, ['/applicant/surname not-a-name']],
  ['R1598/A', 'a name in another script', C, { '/applicant/givenName': '麗' }, ['/applicant/givenName not-a-name']],
  [
    'R1598/2.3.1',
    'a document that expired yesterday',
    C,
    { [`${doc}/validUntil`]: '2026-03-17' },
    [`${doc}/validUntil document-expired`],
  ],
  ['R1598/2.3.1', 'a document in its last day: nothing against', C, { [`${doc}/validUntil`]: TODAY }, []],
  ['R1598/2.3.1', 'a document without end: nothing against', C, { [`${doc}/validUntil`]: 'unlimited' }, []],
  [
    'R1598/A',
    'a document not yet valid',
    C,
    { [`${doc}/validFrom`]: '2026-03-19' },
    [`${doc}/validFrom in-the-future`],
  ],
  [
    'R1598/A',
    'a validity that ends before it begins',
    C,
    { [`${doc}/validFrom`]: '2025-01-02', [`${doc}/validUntil`]: '2025-01-01' },
    [`${doc}/validUntil validity-reversed`, `${doc}/validUntil document-expired`],
  ],
  ['R1598/A', 'born tomorrow', C, { '/applicant/birthDate': '2026-03-19' }, ['/applicant/birthDate in-the-future']],
  [
    'R1598/A',
    'born on the day the document begins',
    C,
    { '/applicant/birthDate': '2021-06-01' },
    ['/applicant/birthDate birth-not-before-document'],
  ],
  [
    'R1598/A',
    'born the day before the document begins: nothing against',
    C,
    { '/applicant/birthDate': '2021-05-31' },
    [],
  ],
  [
    'R1598/A',
    'born after the document ended, its beginning unknown',
    C,
    { [`${doc}/validFrom`]: undefined, [`${doc}/validUntil`]: '2026-03-18', '/applicant/birthDate': '2026-03-18' },
    ['/applicant/birthDate birth-not-before-document'],
  ],
  [
    'R1598/A',
    'Cyrillic letters in the number of a document',
    C,
    { [`${doc}/number`]: 'АА7654321' },
    [`${doc}/number not-a-document-number`],
  ],
  [
    'R1598/A',
    'telephones without a country code and of no plan',
    C,
    { '/applicant/phones': { mobile: '0151 23456789', home: '+49 1', work: '+999 123 456' } },
    [
      '/applicant/phones/mobile not-a-phone-number',
      '/applicant/phones/home not-a-phone-number',
      '/applicant/phones/work not-a-phone-number',
    ],
  ],
  ['R1598/A', 'half an e-mail address', C, { '/applicant/email': 'chinare@' }, ['/applicant/email not-an-email']],
  [
    'R1598/A',
    'faults of the representative, under his own fields',
    B,
    {
      '/representative/email': 'kaan',
      '/representative/birthDate': '2031-01-01',
      '/representative/identityDocument/validUntil': '2026-01-01',
      '/representative/powerOfAttorney/date': '2026-03-19',
    },
    [
      '/representative/birthDate in-the-future',
      '/representative/identityDocument/validUntil document-expired',
      '/representative/email not-an-email',
      '/representative/powerOfAttorney/date in-the-future',
    ],
  ],
  [
    'R1598/A',
    'machine-readable lines of somebody else',
    F,
    {
      '/applicant/surname': 'Other',
      '/applicant/birthDate': '1986-05-18',
      [`${doc}/number`]: '925076489',
      [`${doc}/validUntil`]: '2032-02-04',
    },
    ['number', 'birth-date', 'expiry', 'name'].map((what) => `${doc}/machineReadableZone mrz-${what}`),
  ],
];

for (const [clauses, what, form, changes, items] of CASES)
  test(`${clauses}: ${what}`, () => assert.deepEqual(itemsOf(demoForm(form, changes)), items));
