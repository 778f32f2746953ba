import type { Scenario } from '../scenario.ts';

/** One of the four objects in the last minute of its term, without code or grounds. */
export const negativeInTime: Scenario = {
  id: 'negative-in-time',
  steps: [
    {
      at: '2026-03-16T10:00:00+04:00',
      act: async (hands) => {
        await hands.register('foreigner-germany');
        await hands.reached(4);
      },
    },
    {
      at: '2026-03-19T23:59:00+04:00',
      act: (hands) => hands.opine('internal-affairs', { kind: 'negative' }),
    },
  ],
};
