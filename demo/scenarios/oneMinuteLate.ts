import type { Scenario } from '../scenario.ts';

/** The same term as the case with the objection in time; here the objection comes a minute after its end. */
export const oneMinuteLate: Scenario = {
  id: 'one-minute-late',
  steps: [
    {
      at: '2026-03-16T10:00:00+04:00',
      act: async (hands) => {
        await hands.register('foreigner-georgia');
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
    {
      at: '2026-03-20T00:01:00+04:00',
      act: (hands) => hands.opine('foreign-intelligence', { kind: 'negative', grounds: 'Uyğunsuzluq.' }),
    },
    { at: '2026-04-01T10:00:00+04:00', act: (hands) => hands.invitationOverdue() },
  ],
};
