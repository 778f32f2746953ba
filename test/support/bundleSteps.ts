import type pg from 'pg';
import type { Officials } from '../../demo/officials.ts';
import type { Life, Thing } from './lives.ts';

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';

/** A bundle's way home (R1598/2.16-2.18), each leg as its holders take it over HTTP. */
export function bundleSteps(
  database: pg.Pool,
  things: (caseNumber: string, holder: string) => Promise<Thing[]>,
  acting: Pick<Officials, 'handOn'>,
) {
  return {
    /** The number of the bundle that a case's second copies lie in. */
    async bundleOf({ caseNumber }: Life): Promise<string> {
      const { rows } = await database.query<{ bundle: string }>(
        `SELECT b.bundle FROM bundle_item b JOIN custody_item i ON i.id = b.item_id WHERE i.case_number = $1 LIMIT 1`,
        [caseNumber],
      );
      return rows[0]?.bundle ?? '';
    },
    /** The bundle's whole content to the ministry (R1598/2.16). */
    async bundleToMinistry(bundle: string, mission: string): Promise<void> {
      await acting.handOn(bundle, `mission:${mission}`, FOREIGN_AFFAIRS, await things(bundle, `mission:${mission}`));
    },
    /** On to the ministry of communications (R1598/2.17); the bundle holds copies for E-imza alone. */
    async bundleOnward(bundle: string): Promise<void> {
      await acting.handOn(bundle, FOREIGN_AFFAIRS, 'ministry:communications', await things(bundle, FOREIGN_AFFAIRS));
    },
    /** To the Centre (R1598/2.18). */
    async bundleHome(bundle: string): Promise<void> {
      const left = await things(bundle, 'ministry:communications');
      await acting.handOn(bundle, 'ministry:communications', 'centre:e-imza', left);
    },
  };
}
