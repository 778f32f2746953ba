import { type Official, partyOf } from '../../law/officials.ts';
import type { Actor } from '../record/record.ts';

/** An official as the evidence names him. */
export function actorOf(official: Official): Actor {
  const { role, sub, body, post } = official;
  const party = partyOf(official);
  return { capacity: role, id: sub, body, post, ...(party !== undefined && { party }) };
}
