import type { Response } from 'express';
import { actorOf } from '../../cases/officials/actorOf.ts';
import type { Actor } from '../../cases/record/record.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { officialOf } from '../middleware/requireOfficial.ts';

/** The reviewer that was let through, as the deeds take him: his subject and his agency. */
export function reviewerOf(response: Response): Actor & { id: string; body: Agency } {
  const official = officialOf(response);
  return { ...actorOf(official), id: official.sub, body: official.body as Agency };
}
