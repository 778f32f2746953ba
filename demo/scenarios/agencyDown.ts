import type { Scenario } from '../scenario.ts';

const AGENCY = 'state-security';

/** One agency can be reached by neither system nor mail for two days: its term begins when delivery is proven (ADR 1). */
export const agencyDown: Scenario = {
  id: 'agency-down',
  steps: [
    {
      at: '2026-03-17T09:00:00+04:00',
      act: async (hands) => {
        await hands.breakDown(AGENCY);
        await hands.register('stateless-personal');
        await hands.reached(3);
        await hands.incidentFor(AGENCY);
      },
    },
    {
      at: '2026-03-19T09:00:00+04:00',
      act: async (hands) => {
        await hands.comeBack(AGENCY);
        await hands.reached(4);
      },
    },
    { at: '2026-04-01T00:00:00+04:00', act: (hands) => hands.stillOpen() },
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
