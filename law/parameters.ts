import { z } from 'zod';
import { MISSION_IDS } from './signature-issuance/missions.ts';

/**
 * What the law leaves open, each a dated row with its ground: `docs/adr` says why. The values here are what a new
 * installation is seeded with; the rows in force on a case's filing day rule that case.
 */
export const PARAMETERS = {
  /** ADR 3: whether an outage of the answering channels extends a term. Default: none, the decree knows no extension. */
  'outage-extends-term': z.union([z.literal('none'), z.strictObject({ totalOutageMinutes: z.int().positive() })]),
  /** ADR 4: whether four answers of "nothing against" end the term early. */
  'early-end': z.boolean(),
  /** ADR 6: how a virtual FIN drawn for a non-resident looks: the block's prefix, alphabet and whole length. */
  'drawn-fin': z.strictObject({
    prefix: z.string(),
    alphabet: z.string().min(10),
    length: z.int().min(5),
  }),
  /** ADR 8: whether a newer calendar may make a term shorter that an agency has already been shown. */
  'term-may-shorten': z.boolean(),
  /** ADR 24: the posts at which a second officer confirms what the first found of an identity. Default: none. */
  'second-officer': z.array(z.enum(MISSION_IDS)),
  /** ADR 25: how many days after the invitation, at most, its first day may lie. */
  'first-day-within': z.int().positive(),
  /** ADR 19: whether a Centre may refuse, and by which act. */
  'centre-refusal': z.union([z.literal('none'), z.strictObject({ act: z.string() })]),
  /** ADR 35: how many days a draft of an application is kept before it is deleted with its files. */
  'draft-kept-days': z.int().positive(),
  /** ADR 37: whether an applicant is shown that the security services read his data, and by which act. */
  'services-reads-shown': z.union([z.literal('none'), z.strictObject({ act: z.string().min(1) })]),
  /** ADR 29: after how many months without an appointment a case whose applicant never came lapses, and by which act. */
  lapse: z.union([z.literal('none'), z.strictObject({ act: z.string().min(1), months: z.int().positive() })]),
} as const;

export type ParameterName = keyof typeof PARAMETERS;
export type ParameterValue<N extends ParameterName> = z.infer<(typeof PARAMETERS)[N]>;

/** A row as stored: `value` is JSON text, `inForceFrom` an ISO day (Baku), `ground` a clause or an ADR. */
export type ParameterRow = { name: string; inForceFrom: string; value: string; ground: string };

/** The rows a new installation starts with. */
export const SEED_PARAMETERS: readonly ParameterRow[] = [
  { name: 'outage-extends-term', inForceFrom: '2017-09-12', value: '"none"', ground: 'R1598/2.8; ADR 3' },
  { name: 'early-end', inForceFrom: '2017-09-12', value: 'true', ground: 'R1598/1.2.6; ADR 4' },
  {
    name: 'drawn-fin',
    inForceFrom: '2017-09-12',
    value: '{"prefix":"X","alphabet":"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ","length":7}',
    ground: 'R1598/1.2.6; ADR 6',
  },
  { name: 'term-may-shorten', inForceFrom: '2017-09-12', value: 'false', ground: 'ADR 8' },
  { name: 'second-officer', inForceFrom: '2017-09-12', value: '[]', ground: 'R1598/2.12; ADR 24' },
  { name: 'first-day-within', inForceFrom: '2017-09-12', value: '60', ground: 'R1598/2.11; ADR 25' },
  {
    name: 'centre-refusal',
    inForceFrom: '2017-09-12',
    value: '{"act":"“Elektron imza və elektron sənəd haqqında” Qanun (R1598/1.5)"}',
    ground: 'R1598/2.9; ADR 19',
  },
  { name: 'draft-kept-days', inForceFrom: '2017-09-12', value: '30', ground: 'ADR 35' },
  { name: 'services-reads-shown', inForceFrom: '2017-09-12', value: '"none"', ground: 'ADR 37' },
  { name: 'lapse', inForceFrom: '2017-09-12', value: '"none"', ground: 'ADR 29' },
];

/** The value in force on an ISO day (Baku); throws where no row is in force or its value does not fit. */
export function parameterOn<N extends ParameterName>(
  rows: readonly ParameterRow[],
  name: N,
  day: string,
): ParameterValue<N> {
  const inForce = rows
    .filter((row) => row.name === name && row.inForceFrom <= day)
    .sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom))
    .at(-1);
  if (inForce === undefined) throw new Error(`parameter ${name} has no row in force on ${day}`);
  return PARAMETERS[name].parse(JSON.parse(inForce.value)) as ParameterValue<N>;
}
