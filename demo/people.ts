import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FORMS = join(import.meta.dirname, 'forms');

type Form = Record<string, unknown> & { applicant: Record<string, unknown> & Record<'bankAccount', object> };

/** An invented person and what he asks for; everything else is as in the form he is made from. */
export type Person = {
  form: string;
  surname: string;
  givenName: string;
  passport: string;
  email: string;
  mobile: string;
  mission: string;
  language?: 'az' | 'en' | 'ru';
  /** An ASAN signature from this mobile operator; E-imza on a token where it is absent. */
  asan?: { operator: string; number: string };
};

/** Reads a form of the demo by its name: the application as it is sent. */
export async function readForm(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(FORMS, `${name}.json`), 'utf8'));
}

/** The application of an invented person, made from a form of the demo. */
export async function applicationOf(person: Person): Promise<unknown> {
  const { surname, givenName, passport, email, mobile, mission, asan, language } = person;
  const { applicant, ...form } = (await readForm(person.form)) as Form;
  const document = { ...(applicant['identityDocument'] as Record<string, unknown>) };
  delete document['machineReadableZone'];
  const beneficiary = `${givenName} ${surname}`;
  return {
    ...form,
    mission,
    ...(language !== undefined && { languageOfNotices: language }),
    ...(asan !== undefined && {
      carrier: 'asan-imza-sim',
      mobileOperator: asan.operator,
      asanNumber: asan.number,
    }),
    applicant: {
      ...applicant,
      ...{ surname, givenName, email },
      phones: { mobile },
      identityDocument: { ...document, number: passport },
      bankAccount: { ...applicant.bankAccount, beneficiary },
    },
  };
}

const GIVEN_NAMES = [
  ...['Ada', 'Alp', 'Asya', 'Aylin', 'Baran', 'Bora', 'Burak', 'Cem', 'Ceren', 'Defne'],
  ...['Derya', 'Ebru', 'Ece', 'Efe', 'Elif', 'Emre', 'Eren', 'Esra', 'Gizem', 'Hakan'],
  ...['Kaan', 'Lale', 'Melis', 'Mert', 'Naz', 'Ozan', 'Pelin', 'Selin', 'Tuna', 'Yasemin'],
];
const OPERATORS = ['azercell', 'bakcell', 'nar'] as const;
const PREFIXES = { azercell: '50', bakcell: '55', nar: '70' };

/** Thirty people of one mission: ten ask for E-imza, twenty for an ASAN signature of the three mobile operators in turn. */
export function thirtyPeople(mission: string): Person[] {
  return GIVEN_NAMES.map((givenName, at) => {
    const nth = String(at + 1).padStart(2, '0');
    const operator = OPERATORS[at % OPERATORS.length] ?? 'azercell';
    return {
      form: 'foreigner-turkey',
      surname: 'Kurgu',
      givenName,
      passport: `U980000${nth}`,
      email: `kurgu${nth}@example.com`,
      mobile: `+90 535 222 33 ${nth}`,
      mission,
      ...(at >= 10 && { asan: { operator, number: `+994 ${PREFIXES[operator]} 223 45 ${nth}` } }),
    };
  });
}
