import type { MissionId } from '../../law/signature-issuance/missions.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { Actor } from '../record/record.ts';

/** The mission of a case where it is the official's own; null for another post's, and for a bundle of copies. */
export function ownMission(actor: Actor, { mission, procedure }: CaseRow): MissionId | null {
  if (procedure !== 'signature-issuance' || mission === null) return null;
  return actor.party === `mission:${mission}` ? (mission as MissionId) : null;
}
