import type { ClauseId } from '../clauses.ts';
import type { ItemKind, ItemState } from './custody.ts';
import type { Centre } from './parties.ts';

/** A thing that is signed or handed over, by its kind and, of a contract, its copy. */
export type Thing = { kind: ItemKind; copy: number };

/** A thing of a case as it stands: who holds it, in which state, and whether an offer of it is unanswered (`bound`). */
export type StandingThing = Thing & { holder: string; state: ItemState; bound: boolean };

/** Why a thing cannot be signed for or handed over; the area's words explain each. */
export type ThingFault = 'not-at-the-mission' | 'not-sound' | 'on-offer';

/** What must lie at the mission before the applicant signs (R1598/2.10, 2.14). */
export function neededToSign(centre: Centre): Thing[] {
  return centre === 'e-imza'
    ? [one('certificate'), one('token')]
    : [one('certificate'), one('sim'), one('sim-contract'), { kind: 'sim-contract', copy: 2 }];
}

/** What the applicant is given after signing: certificate, carrier and one copy of each contract (R1598/2.15). */
export function givenToApplicant(centre: Centre): Thing[] {
  return centre === 'e-imza'
    ? [one('certificate'), one('token'), one('certificate-contract')]
    : [one('certificate'), one('sim'), one('certificate-contract'), one('sim-contract')];
}

/**
 * Which of the things needed are not sound in the mission's own hands, each with its reason; one that was replaced is
 * passed over for the one that replaced it.
 */
export function faultsOf(
  needed: readonly Thing[],
  things: readonly StandingThing[],
  mission: string,
): { item: string; reason: ThingFault }[] {
  return needed.flatMap(({ kind, copy }) => {
    const reason = faultOf(
      things.filter((thing) => thing.kind === kind && thing.copy === copy && thing.state !== 'replaced'),
      mission,
    );
    return reason === null ? [] : [{ item: copy === 1 ? kind : `${kind}/${copy}`, reason }];
  });
}

function faultOf(things: readonly StandingThing[], mission: string): ThingFault | null {
  const here = things.filter(({ holder }) => holder === `mission:${mission}`);
  if (here.length === 0) return 'not-at-the-mission';
  const sound = here.filter(({ state }) => state === 'sound');
  if (sound.length === 0) return 'not-sound';
  return sound.every(({ bound }) => bound) ? 'on-offer' : null;
}

/** The stage a deed of this area belongs to, and the clause that says so. */
export const CONTRACT_STAGES = {
  'register-signature': { stage: 'contract', clause: 'R1598/2.14' },
  'hand-over': { stage: 'contract', clause: 'R1598/2.15' },
  'enter-in-register': { stage: 'register', clause: 'R1598/5.4' },
} as const satisfies Record<string, { stage: string; clause: ClauseId }>;

function one(kind: Thing['kind']): Thing {
  return { kind, copy: 1 };
}
