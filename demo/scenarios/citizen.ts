import type { Scenario } from '../scenario.ts';

/** A citizen living abroad: the FIN is that of the identity card, read from the Entry-Exit and Registration system. */
export const citizen: Scenario = {
  id: 'citizen',
  steps: [
    {
      at: '2026-03-16T12:00:00+04:00',
      act: async (hands) => {
        await hands.register('citizen-asan');
        await hands.reached(4);
      },
    },
    {
      at: '2026-03-20T00:00:00+04:00',
      act: async (hands) => {
        await hands.approved();
        await hands.decidedByCentre();
      },
    },
    { at: '2026-03-31T12:00:00+04:00', act: (hands) => hands.invite() },
  ],
};
