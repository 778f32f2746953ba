import { z } from 'zod';
import { ITEM_KINDS } from '../../law/signature-issuance/custody.ts';
import { caseNumber, clause, instant } from '../openapi/pieces.ts';

const name = { kind: z.enum(ITEM_KINDS), serial: z.string(), copy: z.int() };
const state = z.enum(['sound', 'damaged', 'missing', 'replaced']);
const found = z.enum(['as-listed', 'missing', 'damaged', 'wrong-number']);
const told = z.array(z.strictObject({ item: z.string(), found }));
const act = { handoverId: z.uuid(), caseNumber, at: instant };

export const entered = z.strictObject({
  kind: z.literal('entered'),
  caseNumber,
  at: instant,
  items: z.array(z.string()),
});
export const offered = z.strictObject({ kind: z.literal('offered'), ...act, clause });
export const confirmed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken'), ...act }),
  z.strictObject({ kind: z.literal('difference'), ...act, items: told }),
]);
export const recalled = z.strictObject({ kind: z.literal('recalled'), handoverId: z.uuid(), at: instant });
export const reported = z.strictObject({ kind: z.literal('reported'), ...act, items: told });
export const settled = z.strictObject({
  kind: z.literal('settled'),
  caseNumber,
  at: instant,
  closed: z.boolean(),
  left: z.array(z.string()),
});

/** What a party holds now, longest held first; `offered` says whether an act about it is open. */
export const held = z.strictObject({
  holder: z.string(),
  items: z.array(z.strictObject({ ...name, caseNumber, state, since: instant, offered: z.boolean() })),
});

const handover = z.strictObject({
  id: z.uuid(),
  caseNumber,
  clause,
  giver: z.string(),
  taker: z.string(),
  state: z.string(),
  offeredAt: instant,
  offeredBy: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  items: z.array(z.strictObject({ ...name, found: found.nullable() })),
});

/** A party's hand-overs, newest first: those it takes, and those it gives. */
export const handovers = z.strictObject({ toTake: z.array(handover), given: z.array(handover) });

const actView = z.strictObject({
  handoverId: z.uuid(),
  caseNumber,
  clause,
  state: z.string(),
  giver: z.strictObject({ party: z.string(), official: z.string(), at: instant }),
  taker: z.strictObject({ party: z.string(), official: z.string().nullable(), at: instant.nullable() }),
  paperNumber: z.string().nullable(),
});

/** Where a thing is, since when and who says so, and whether the evidence of its cases says the same (R1598/2.10). */
export const whereabouts = z.strictObject({
  item: z.strictObject({ ...name, state, caseNumber, enteredAt: instant, enteredBy: z.string() }),
  holder: z.string(),
  since: instant,
  open: actView.nullable(),
  chain: z.array(
    z.strictObject({
      n: z.int(),
      holder: z.string(),
      since: instant,
      until: instant.nullable(),
      act: actView.nullable(),
    }),
  ),
  evidence: z.strictObject({
    agrees: z.boolean(),
    disagreements: z.array(
      z.strictObject({
        what: z.enum(['entry-not-in-evidence', 'move-not-in-evidence', 'move-in-evidence-alone']),
        n: z.int().optional(),
        handoverId: z.uuid().nullable().optional(),
      }),
    ),
  }),
});
