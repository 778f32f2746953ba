import type { Hands } from '../hands.ts';
import type { Scenario, ScenarioId, Step } from '../scenario.ts';
import type { Person } from '../people.ts';

/** The days of a life that meets no obstacle, in April 2026 (ISO instants, Baku). */
export const DAYS = {
  applied: '2026-04-06T10:00:00+04:00',
  mended: '2026-04-07T09:00:00+04:00',
  invited: '2026-04-07T11:00:00+04:00',
  sent: '2026-04-07T16:00:00+04:00',
  arrived: '2026-04-09T12:00:00+04:00',
  settled: '2026-04-09T15:00:00+04:00',
  replaced: '2026-04-10T11:00:00+04:00',
  missed: '2026-04-13T18:00:00+04:00',
  came: '2026-04-15T14:00:00+04:00',
  registered: '2026-04-16T10:00:00+04:00',
} as const;

/** What is done otherwise than in a life that meets no obstacle. */
export type Otherwise = {
  /** Before anything else. */
  atFirst?: (hands: Hands) => Promise<void>;
  /** After the deliveries, before the agencies answer. */
  beforeOpinions?: (hands: Hands) => Promise<void>;
  /** Instead of waiting for the Centre's decision. */
  atTheCentre?: (hands: Hands) => Promise<void>;
  /** Instead of inviting and booking. */
  invitation?: (hands: Hands) => Promise<void>;
  /** Instead of taking things over at the mission. */
  onArrival?: (hands: Hands) => Promise<void>;
  /** Instead of identity, contract and hand-over. */
  atTheCounter?: (hands: Hands) => Promise<void>;
  /** What is done besides, at its own instants. */
  besides?: readonly Step[];
  /** False where no certificate comes out of it. */
  isIssued?: boolean;
};

/** An invented person's case from the form to the register: `time` is that of his appointment, by the mission's clock. */
export function wholeLife(id: ScenarioId, person: Person, time: string, otherwise: Otherwise = {}): Scenario {
  const {
    atFirst,
    beforeOpinions,
    atTheCentre,
    invitation,
    onArrival,
    atTheCounter,
    besides = [],
    isIssued = true,
  } = otherwise;
  const steps: Step[] = [
    {
      at: DAYS.applied,
      act: async (hands) => {
        await atFirst?.(hands);
        await hands.approveEarly(person, () => beforeOpinions?.(hands) ?? Promise.resolve());
        await (atTheCentre?.(hands) ?? hands.decidedByCentre());
      },
    },
    {
      at: DAYS.invited,
      act: async (hands) => {
        if (invitation !== undefined) return invitation(hands);
        await hands.invite();
        await hands.openSlots('2026-04-15', [time]);
        await hands.book(`2026-04-15T${time}`);
      },
    },
    {
      at: DAYS.sent,
      act: async (hands) => {
        if (person.asan !== undefined) await hands.bringSim();
        await hands.toMinistry();
        await hands.toCourier();
      },
    },
    { at: DAYS.arrived, act: (hands) => onArrival?.(hands) ?? hands.toMission() },
    {
      at: DAYS.came,
      act: async (hands) => {
        if (atTheCounter !== undefined) return atTheCounter(hands);
        await hands.identify();
        await hands.sign();
        await hands.receive();
      },
    },
    ...(isIssued ? [{ at: DAYS.registered, act: (hands: Hands) => hands.enterInRegister() }] : []),
  ];
  return { id, steps: [...steps, ...besides] };
}
