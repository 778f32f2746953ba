import { z } from 'zod';
import { DECISION_KINDS } from '../../law/calendar/decision.ts';
import { SOURCE } from '../../law/calendar/editor.ts';
import { instant } from '../openapi/pieces.ts';

const kind = z.enum(DECISION_KINDS);
const published = z.iso.date();
const source = z.string().regex(SOURCE);
const enteredDay = z.strictObject({ day: z.iso.date(), kind, instead: z.iso.date().nullable().default(null) });

/** A decision to be proposed: days to be entered, or decisions (by id) to be taken back. */
export const newProposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enter'), published, source, days: z.array(enteredDay).min(1).max(60) }),
  z.strictObject({
    kind: z.literal('take-back'),
    published,
    source,
    decisions: z.array(z.int().positive()).min(1).max(60),
  }),
]);

export const confirmation = z.strictObject({ preview: z.uuid() });
export const rejection = z.strictObject({ reason: z.string().trim().min(3).max(300) });

export const linesQuery = z.strictObject({
  run: z.enum(['preview', 'application']).default('preview'),
  outcome: z.enum(['longer', 'shorter', 'kept', 'recounted']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export const yearQuery = z.strictObject({ knownOn: z.iso.date().optional() });

const figures = { longer: z.int(), shorter: z.int(), kept: z.int(), recounted: z.int() };
const run = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['preview', 'application']),
  askedAt: instant,
  day: z.iso.date(),
  begunAt: instant,
  finishedAt: instant.nullable(),
  planned: z.boolean(),
  terms: z.int(),
  cases: z.int(),
  done: z.int(),
  failing: z.int(),
  totals: z
    .object({
      ...figures,
      cases: z.int(),
      holders: z.array(z.strictObject({ clause: z.string(), holder: z.string(), ...figures })),
    })
    .nullable(),
});
const proposal = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['enter', 'take-back']),
  published,
  source: z.string(),
  state: z.enum(['proposed', 'confirmed', 'rejected', 'withdrawn']),
  proposedAt: instant,
  proposedBy: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  days: z.array(
    z.strictObject({ day: z.iso.date(), kind, instead: z.iso.date().nullable(), decision: z.int().nullable() }),
  ),
});

/** What the routes answer. */
export const proposed = z.strictObject({ kind: z.literal('proposed'), proposal: z.uuid() });
export const previewBegun = z.strictObject({ kind: z.literal('begun'), preview: z.uuid() });
export const confirmed = z.strictObject({ kind: z.literal('confirmed'), run: z.uuid() });
export const ended = z.strictObject({ kind: z.enum(['rejected', 'withdrawn']) });
export const proposals = z.strictObject({ proposals: z.array(proposal) });
export const oneProposal = proposal.extend({
  preview: run.extend({ stale: z.boolean() }).nullable(),
  application: run.nullable(),
});
export const lines = z.strictObject({
  all: z.int(),
  lines: z.array(
    z.strictObject({
      caseNumber: z.string(),
      clause: z.string(),
      holder: z.string(),
      outcome: z.enum(['longer', 'shorter', 'kept', 'recounted']),
      oldEnd: instant,
      newEnd: instant,
      computed: instant,
    }),
  ),
});
export const heldDecisions = z.strictObject({
  decisions: z.array(
    z.strictObject({
      id: z.int(),
      day: z.iso.date(),
      kind,
      instead: z.iso.date().nullable(),
      published: z.iso.date().nullable(),
      takenBack: z.iso.date().nullable(),
      recordedAt: instant,
      proposal: z.uuid().nullable(),
      takenBackAt: instant.nullable(),
      takenBackBy: z.uuid().nullable(),
    }),
  ),
});
export const yearOfCalendar = z.strictObject({
  year: z.int(),
  knownOn: z.iso.date(),
  version: z.string(),
  provisional: z.boolean(),
  nonWorking: z.array(z.strictObject({ day: z.iso.date(), why: z.string(), sentence: z.string() })),
});
