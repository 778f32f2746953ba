import type { Application } from '../../law/signature-issuance/application.ts';
import { form } from '../../test/support/record.ts';
import type { Life } from './life.ts';

/** Somebody who lives a life: the number of the person he is, the form he files, and of a citizen the card's own FIN. */
export type Character = {
  life: Life;
  person: number;
  application: Application;
  mobile: string;
  card: { documentNumber: string; birthDate: string; fin: string } | null;
};

const FORMS = {
  foreigner: 'foreigner-personal-token',
  citizen: 'citizen-asan',
  business: 'business-representative',
} as const;

/**
 * Gives every life its person; who lives again is the former's person and wants the other certificate, in the same cohort
 * of so many.
 */
export function castLives(lives: readonly Life[], cohort: number): Character[] {
  const cast: Character[] = [];
  for (const [n, life] of lives.entries()) {
    const former = cast[n - 1];
    const isTwin =
      life.again && former !== undefined && former.person === n - 1 && former.life.who !== 'business' && n % cohort > 0;
    const lived: Life = isTwin
      ? { ...life, who: former.life.who, carrier: former.life.carrier === 'sim' ? 'token' : 'sim' }
      : life;
    cast.push(characterOf(lived, n, isTwin ? former.person : n));
  }
  return cast;
}

function characterOf(life: Life, n: number, person: number): Character {
  const number = life.who === 'citizen' ? `AA${8_000_000 + person}` : `P${String(20_000_000 + person)}`;
  const read = form(FORMS[life.who], number);
  delete read.asanNumber;
  delete read.mobileOperator;
  const mobile = `+447400${String(100_000 + n)}`;
  const application: Application = {
    ...read,
    mission: life.post,
    ...(life.carrier === 'sim'
      ? { carrier: 'asan-imza-sim', asanNumber: '+994 50 123 45 67', mobileOperator: 'azercell' }
      : { carrier: 'e-imza-token' }),
    applicant: {
      ...read.applicant,
      email: `${life.mail}-${n}@example.com`,
      phones: { ...read.applicant?.phones, mobile },
    },
  };
  const birthDate = read.applicant?.birthDate ?? '';
  const card = life.who === 'citizen' ? { documentNumber: number, birthDate, fin: finOfCard(person) } : null;
  return { life, person, application, mobile, card };
}

/** Seven characters as on a card, among them numbers from the very block that is drawn from. */
function finOfCard(person: number): string {
  return `${person % 2 === 0 ? 'X' : '7'}${String(100_000 + person)}`;
}
