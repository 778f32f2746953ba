import type { Scenario } from '../scenario.ts';

/** Nobody answers; Novruz and Ramazan lie between the delivery and the end of the term. */
export const silence: Scenario = {
  id: 'silence',
  steps: [
    {
      at: '2026-03-19T10:00:00+04:00',
      act: async (hands) => {
        await hands.register('foreigner-france');
        await hands.reached(4);
      },
    },
    { at: '2026-04-02T23:59:59.999+04:00', act: (hands) => hands.stillOpen() },
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
