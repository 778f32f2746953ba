import type { Person } from '../people.ts';
import { DAYS, wholeLife } from './wholeLife.ts';

const french = (passport: string, surname: string, givenName: string): Person => ({
  ...{ form: 'foreigner-france', mission: 'paris', passport, surname, givenName },
  email: `${givenName.toLowerCase()}@example.com`,
  mobile: `+33 6 12 34 57 ${passport.slice(-2)}`,
});
const german = (passport: string, surname: string, givenName: string): Person => ({
  ...{ form: 'foreigner-germany', mission: 'berlin', passport, surname, givenName },
  email: `${givenName.toLowerCase()}@example.com`,
  mobile: `+49 1512 76543${passport.slice(-2)}`,
});

/** E-imza on a token, from the first form to the certificate in the hand. */
export const eImza = wholeLife('e-imza', french('22XX00041', 'Exemple', 'Camille'), '10:00');

/** An ASAN signature: certificate from one Centre, SIM card and its contract from the portal operator. */
export const asan = wholeLife(
  'asan',
  { ...german('C01XX0051', 'Beispiel', 'Anna'), asan: { operator: 'bakcell', number: '+994 55 123 45 67' } },
  '09:40',
);

/** The Centre cannot read the photograph; the applicant sends another, and the Centre issues. */
export const centreDeficiency = wholeLife('centre-deficiency', french('22XX00042', 'Modèle', 'Louise'), '10:20', {
  beforeOpinions: (hands) => hands.willBeDeficient([{ item: 'photograph', reason: 'unreadable' }]),
  atTheCentre: (hands) => hands.deficient(),
  besides: [
    {
      at: DAYS.mended,
      act: async (hands) => {
        await hands.mend();
        await hands.decidedByCentre();
      },
    },
  ],
});

/** Somebody else's passport at the counter: refused, everything goes back, the virtual FIN's entry is cancelled. */
export const mismatch = wholeLife('mismatch', french('22XX00043', 'Invention', 'Marius'), '10:40', {
  atTheCounter: (hands) =>
    hands.differ({ item: 'identity-document', originalSeen: true, equal: false, reason: 'another-person' }),
  besides: [{ at: DAYS.registered, act: (hands) => hands.unwind() }],
  isIssued: false,
});

/** Nobody comes at the appointed time; it is noted, another slot is booked, and the certificate is issued. */
export const noShow = wholeLife('no-show', german('C01XX0052', 'Muster', 'Emil'), '10:00', {
  invitation: async (hands) => {
    await hands.invite();
    await hands.openSlots('2026-04-13', ['11:00']);
    await hands.book('2026-04-13T11:00');
  },
  besides: [
    {
      at: DAYS.missed,
      act: async (hands) => {
        await hands.noShow();
        await hands.openSlots('2026-04-15', ['10:00']);
        await hands.book('2026-04-15T10:00');
      },
    },
  ],
});

/** The token arrives damaged: the rest is taken over, the token goes back to its maker, another one comes. */
export const damagedToken = wholeLife('damaged-token', french('22XX00044', 'Fiction', 'Agathe'), '11:00', {
  onArrival: (hands) => hands.damagedOnArrival(),
  besides: [
    { at: DAYS.settled, act: (hands) => hands.sendBack() },
    {
      at: DAYS.replaced,
      act: async (hands) => {
        await hands.replaceToken('ET-REPLACEMENT-1');
        await hands.toMinistry();
        await hands.toCourier();
        await hands.toMission();
      },
    },
  ],
});

const unheard = german('C01XX0053', 'Erfunden', 'Frieda');

/** No text message reaches the applicant: every event comes by e-mail all the same. */
export const textsLost = wholeLife('texts-lost', unheard, '10:20', {
  atFirst: (hands) => hands.loseTexts(unheard.mobile),
  atTheCounter: async (hands) => {
    await hands.identify();
    await hands.sign();
    await hands.receive();
    await hands.textsFailed();
  },
});
