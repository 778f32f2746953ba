import type { Actor } from '../../cases/record/record.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { OfficialVisit } from '../page.ts';

/** The reviewer of a visit as the deeds take him: his subject and his agency. */
export function reviewerOf({ official, actor }: OfficialVisit): Actor & { id: string; body: Agency } {
  return { ...actor, id: official.sub, body: official.body as Agency };
}
