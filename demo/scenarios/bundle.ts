import type { GroupHands } from '../groupHands.ts';
import { COURIER } from '../onTheWay.ts';
import type { Step } from '../scenario.ts';

const ANKARA = 'mission:ankara';
const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
const COMMUNICATIONS = 'ministry:communications';
const OPERATOR = 'portal-operator';
const E_IMZA = 'centre:e-imza';

/**
 * Thirty people of one mission, ten with E-imza and twenty with an ASAN signature: fifty second copies (R1598/2.16), in
 * one bundle to the Ministry of Foreign Affairs, apart within one working day (2.17), where they belong within three (2.18).
 */
export const BUNDLE: readonly Step<GroupHands>[] = [
  { at: '2026-04-20T10:00:00+04:00', act: (group) => group.apply() },
  { at: '2026-04-21T11:00:00+04:00', act: (group) => group.invite('2026-04-27') },
  { at: '2026-04-21T15:00:00+04:00', act: (group) => group.send() },
  { at: '2026-04-23T12:00:00+04:00', act: (group) => group.arrive() },
  { at: '2026-04-27T18:00:00+04:00', act: (group) => group.come() },
  { at: '2026-04-28T11:00:00+04:00', act: (group) => group.enterInRegister() },
  { at: '2026-05-04T10:00:00+04:00', act: (group) => group.pass(ANKARA, COURIER) },
  { at: '2026-05-06T15:00:00+04:00', act: (group) => group.pass(COURIER, FOREIGN_AFFAIRS) },
  {
    at: '2026-05-07T12:00:00+04:00',
    act: async (group) => {
      await group.pass(FOREIGN_AFFAIRS, COMMUNICATIONS, (destination) => destination === E_IMZA);
      await group.pass(FOREIGN_AFFAIRS, OPERATOR, (destination) => destination !== E_IMZA);
    },
  },
  {
    at: '2026-05-12T11:00:00+04:00',
    act: async (group) => {
      await group.deliver(COMMUNICATIONS, E_IMZA);
      await group.deliver(OPERATOR, 'centre:asan');
    },
  },
  {
    at: '2026-05-13T16:00:00+04:00',
    act: async (group) => {
      for (const operator of ['azercell', 'bakcell', 'nar'])
        await group.deliver(OPERATOR, `mobile-operator:${operator}`);
    },
  },
];
