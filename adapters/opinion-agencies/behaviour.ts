import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AgencyOpinion } from './wire.ts';

const ms = z.int().min(0);
const plain = z.enum(['nothing-against', 'negative']);
const answering = { answerAfterMs: ms.default(0) };
const negative = { withGrounds: z.boolean().default(false), code: z.string().optional() };

/** How a simulated agency treats a case; times in milliseconds of its own clock, from the acknowledgement on. */
export const behaviour = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing-against'), ...answering }),
  z.object({ kind: z.literal('negative'), ...negative, ...answering }),
  z.object({ kind: z.literal('silent') }),
  z.object({ kind: z.literal('late') }),
  z.object({ kind: z.literal('twice'), opinion: plain.default('negative'), ...negative, ...answering }),
  z.object({ kind: z.literal('change-mind'), ...negative, ...answering, thenAfterMs: ms.default(0) }),
  z.object({
    kind: z.literal('garble'),
    what: z.enum(['opinion', 'acknowledgement']).default('opinion'),
    ...answering,
  }),
  z.object({ kind: z.literal('slow'), ms, opinion: plain.default('nothing-against'), ...negative }),
  z.object({ kind: z.literal('down'), how: z.enum(['hangs-up', 'unavailable', 'echoes']).default('unavailable') }),
]);
export type Behaviour = z.infer<typeof behaviour>;

/** What an agency means to send: an opinion, or bytes that nobody can read. */
export type PlannedAnswer = { messageId: string; afterMs: number; says: AgencyOpinion | { kind: 'garbled' } };

/** The answers that a behaviour leads to, in the order they are sent, each `afterMs` after the one before. */
export function answersOf(how: Behaviour): PlannedAnswer[] {
  const messageId = randomUUID();
  switch (how.kind) {
    case 'silent':
    case 'late':
    case 'down':
      return [];
    case 'nothing-against':
      return [{ messageId, afterMs: how.answerAfterMs, says: { kind: 'nothing-against' } }];
    case 'negative':
      return [{ messageId, afterMs: how.answerAfterMs, says: objection(how) }];
    case 'twice': {
      const answer = { messageId, says: how.opinion === 'negative' ? objection(how) : NOTHING };
      return [
        { ...answer, afterMs: how.answerAfterMs },
        { ...answer, afterMs: 0 },
      ];
    }
    case 'change-mind':
      return [
        { messageId, afterMs: how.answerAfterMs, says: NOTHING },
        { messageId: randomUUID(), afterMs: how.thenAfterMs, says: objection(how) },
      ];
    case 'garble':
      return how.what === 'opinion' ? [{ messageId, afterMs: how.answerAfterMs, says: { kind: 'garbled' } }] : [];
    case 'slow':
      return [{ messageId, afterMs: how.ms, says: how.opinion === 'negative' ? objection(how) : NOTHING }];
  }
}

const NOTHING = { kind: 'nothing-against' } as const;

const objection = (how: { withGrounds: boolean; code?: string | undefined }): AgencyOpinion => ({
  kind: 'negative',
  ...(how.code === undefined ? {} : { code: how.code }),
  ...(how.withGrounds ? { grounds: 'Təqdim edilmiş məlumat agentliyin məlumatı ilə uyğun gəlmir.' } : {}),
});
