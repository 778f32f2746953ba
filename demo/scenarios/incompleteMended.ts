import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Scenario } from '../scenario.ts';

/** Sent back with everything that is wrong, mended with the same files, then all four answer before their terms end. */
export const incompleteMended: Scenario = {
  id: 'incomplete-mended',
  steps: [
    { at: '2026-03-16T11:00:00+04:00', act: (hands) => hands.fileIncomplete('incomplete') },
    {
      at: '2026-03-16T11:30:00+04:00',
      act: async (hands) => {
        await hands.register('foreigner-personal-token');
        await hands.reached(4);
      },
    },
    {
      at: '2026-03-16T15:00:00+04:00',
      act: async (hands) => {
        for (const agency of AGENCIES) await hands.opine(agency, { kind: 'nothing-against' });
        await hands.approved();
        await hands.decidedByCentre();
      },
    },
    { at: '2026-03-17T11:00:00+04:00', act: (hands) => hands.invite() },
  ],
};
