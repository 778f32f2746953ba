import { z } from 'zod';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';

const agency = z.enum(AGENCIES);
const instant = z.iso.datetime({ offset: true });
const term = { clause: z.string(), holder: z.string(), endsAt: instant, outcome: z.string().nullable() };

/**
 * How a case ended, as expected and as found; instants are ISO in Baku time. `virtualFin` says where the FIN came
 * from, or that its entry was cancelled;
 * `terms` are those after the opinions; `custody` says of each thing its kind, copy, state and holder.
 */
export const ending = z.strictObject({
  stage: z.string(),
  outcome: z.enum(['approved', 'negative-opinion', 'withdrawn', 'issued', 'mismatch']).nullable(),
  clause: z.string().nullable(),
  decidedAt: instant.nullable(),
  waitsFor: z.string().nullable(),
  endsAt: z.record(agency, instant),
  opinions: z.array(z.strictObject({ agency, effect: z.string() })),
  virtualFin: z.enum(['drawn', 'identity-card', 'cancelled']).nullable(),
  recordOfSilence: z.boolean(),
  terms: z.array(z.strictObject(term)).default([]),
  certificateUntil: instant.nullable().default(null),
  custody: z.array(z.string()).default([]),
  notices: z.array(z.string()),
  textsFailed: z.int().default(0),
  sentBack: z
    .strictObject({ status: z.int(), clause: z.string(), fields: z.array(z.string()) })
    .nullable()
    .default(null),
  incidents: z.array(z.strictObject({ kind: z.string(), holder: z.string() })).default([]),
});

/** How one case ended. */
export type Ending = z.infer<typeof ending>;

/** How the thirty people's bundle ended: `copies` counts those that lie where they belong, `legs` are in their order. */
export const bundleEnding = z.strictObject({
  people: z.int(),
  issued: z.int(),
  stage: z.string(),
  waitsFor: z.string().nullable(),
  copies: z.record(z.string(), z.int()),
  legs: z.array(z.strictObject({ ...term, startedAt: instant, closedAt: instant.nullable() })),
});

/** How the bundle ended. */
export type BundleEnding = z.infer<typeof bundleEnding>;

/** How everything ended. */
export type Endings = { cases: Readonly<Record<ScenarioId, Ending>>; bundle: BundleEnding };

const expectations = z.strictObject({ cases: z.record(z.enum(SCENARIO_IDS), ending), bundle: bundleEnding });

/** Reads the expectations from JSON text, one for each case and one for the bundle; null when it is not that. */
export function readExpected(text: string): Endings | null {
  try {
    return expectations.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
