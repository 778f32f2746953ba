import type { Scenario } from '../scenario.ts';

/** A Business certificate asked for by a representative with a power of attorney; two answer, two stay silent. */
export const business: Scenario = {
  id: 'business',
  steps: [
    {
      at: '2026-03-19T11:00:00+04:00',
      act: async (hands) => {
        await hands.register('business-representative', { withPowerOfAttorney: true });
        await hands.reached(4);
      },
    },
    {
      at: '2026-03-31T11:00:00+04:00',
      act: async (hands) => {
        await hands.opine('internal-affairs', { kind: 'nothing-against' });
        await hands.opine('foreign-affairs', { kind: 'nothing-against' });
      },
    },
    {
      at: '2026-04-03T00:00:00+04:00',
      act: async (hands) => {
        await hands.approved();
        await hands.decidedByCentre();
      },
    },
    { at: '2026-04-03T11:00:00+04:00', act: (hands) => hands.invite() },
  ],
};
