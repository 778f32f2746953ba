import { z } from 'zod';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';

const agency = z.enum(AGENCIES);

/** How a case ended, as expected and as found; instants are ISO in Baku time. `virtualFin` says where the FIN came from. */
export const ending = z.strictObject({
  outcome: z.enum(['approved', 'negative-opinion', 'withdrawn']).nullable(),
  clause: z.string().nullable(),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
  endsAt: z.record(agency, z.iso.datetime({ offset: true })),
  opinions: z.array(z.strictObject({ agency, effect: z.string() })),
  virtualFin: z.enum(['drawn', 'identity-card']).nullable(),
  recordOfSilence: z.boolean(),
  notices: z.array(z.string()),
  sentBack: z
    .strictObject({ status: z.int(), clause: z.string(), fields: z.array(z.string()) })
    .nullable()
    .default(null),
  incidents: z.array(z.strictObject({ kind: z.string(), agency })).default([]),
});

/** How one case ended. */
export type Ending = z.infer<typeof ending>;

/** How every case ended. */
export type Endings = Readonly<Record<ScenarioId, Ending>>;

const expectations = z.record(z.enum(SCENARIO_IDS), ending);

/** Reads the expectations from JSON text, one for each case; null when it is not that, or one is missing. */
export function readExpected(text: string): Endings | null {
  try {
    return expectations.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
