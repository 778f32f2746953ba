import type { Scenario } from '../scenario.ts';

/** The applicant takes the application back while the four terms run. */
export const withdrawal: Scenario = {
  id: 'withdrawal',
  steps: [
    {
      at: '2026-03-19T16:00:00+04:00',
      act: async (hands) => {
        await hands.register('foreigner-turkey');
        await hands.reached(4);
      },
    },
    { at: '2026-03-31T10:00:00+04:00', act: (hands) => hands.withdraw() },
  ],
};
