import { statements } from '../../record/database.ts';
import { type Comparison, type Found, MOST_OF_A_KIND } from '../difference.ts';

const PAGE = 20_000;

type Row = { chain: string; seq: number; hash: string; last: number | null; last_hash: string | null };

/** A chain of evidence whose newest row is not the one its head names. The verifier says what was done to it. */
export const chainHeadDiffers: Comparison = {
  kind: 'chain-head-differs',
  find: async ({ record }) => {
    const tx = statements(record.database.ordinary);
    const found: Found[] = [];
    for (let after = '', more = true; more && found.length < MOST_OF_A_KIND;) {
      const page = await tx.many<Row>(
        `SELECT h.chain, h.seq, h.hash, e.seq AS last, e.hash AS last_hash
           FROM (SELECT * FROM chain_head WHERE chain > $1 ORDER BY chain LIMIT ${PAGE}) h
           LEFT JOIN LATERAL (SELECT seq, hash FROM evidence e WHERE e.chain = h.chain ORDER BY seq DESC LIMIT 1) e ON true
          ORDER BY h.chain`,
        [after],
      );
      for (const { chain, seq, hash, last, last_hash } of page)
        if ((seq !== last || hash !== last_hash) && found.length < MOST_OF_A_KIND)
          found.push({ about: chain, caseNumber: caseOf(chain), facts: { head: seq, last } });
      more = page.length === PAGE;
      after = page.at(-1)?.chain ?? after;
    }
    return found;
  },
};

function caseOf(chain: string): string | null {
  return chain.startsWith('case:') ? chain.slice('case:'.length) : null;
}
